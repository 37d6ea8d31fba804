import { parseJson } from './guards.ts';
import { ProblemError, UPLOAD_INTERRUPTED, problemOfBody } from './problem.ts';

/** A file to import. */
export interface ImportUpload {
  readonly file: File;
  /** Whose it becomes. */
  readonly ownerId: string;
  /** Stays the same for retries of the upload, so that the file is imported once. */
  readonly idempotencyKey: string;
}

/**
 * Uploads a file that is to be imported.
 *
 * @throws {@link ProblemError} when the gateway returns an error or the connection is lost.
 */
export async function uploadImport(upload: ImportUpload): Promise<void> {
  const response = await fetch('/imports', {
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
function formOf({ file, ownerId }: ImportUpload): FormData {
  const form = new FormData();
  form.append('ownerId', ownerId);
  form.append('file', file, file.name);
  return form;
}
