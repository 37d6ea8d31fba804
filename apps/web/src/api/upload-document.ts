import { parseJson } from './guards.ts';
import { ProblemError, UPLOAD_INTERRUPTED, problemOfBody } from './problem.ts';

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
 * @throws {@link ProblemError} when the gateway returns an error or the connection is lost.
 */
export async function uploadDocument(upload: DocumentUpload): Promise<void> {
  const response = await fetch(`/projects/${encodeURIComponent(upload.projectId)}/documents`, {
    method: 'POST',
    headers: { 'Idempotency-Key': upload.idempotencyKey },
    body: formOf(upload),
  }).catch(() => {
    throw new ProblemError(UPLOAD_INTERRUPTED);
  });
  if (response.ok) return;
  const body = parseJson(await response.text().catch(() => ''));
  throw new ProblemError(problemOfBody(body, response.status));
}

/** The gateway reads the parts in order, so fields go before the file. */
function formOf({ file, writtenOn }: DocumentUpload): FormData {
  const form = new FormData();
  if (writtenOn !== '') form.append('writtenOn', writtenOn);
  form.append('file', file, file.name);
  return form;
}
