import { sendForm } from './send-form.ts';

/** A document to upload to a project. */
export interface DocumentUpload {
  readonly projectId: string;
  readonly file: File;
  /** ISO 8601 date on which it was written; empty for today. */
  readonly writtenOn: string;
  /** Stays the same for retries of the upload, so that the document is stored once. */
  readonly idempotencyKey: string;
}

/**
 * Uploads a document.
 *
 * @throws `ProblemError` when the gateway returns an error or the connection is lost.
 */
export async function uploadDocument(upload: DocumentUpload): Promise<void> {
  await sendForm(
    `/projects/${encodeURIComponent(upload.projectId)}/documents`,
    formOf(upload),
    upload.idempotencyKey,
  );
}

/** The gateway reads the parts in order, so fields go before the file. */
function formOf({ file, writtenOn }: DocumentUpload): FormData {
  const form = new FormData();
  if (writtenOn !== '') form.append('writtenOn', writtenOn);
  form.append('file', file, file.name);
  return form;
}
