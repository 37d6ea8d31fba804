import { fieldsOf, type UploadChoices } from '../clips/upload-choices.ts';
import { sendForm } from './send-form.ts';

/** A file to import. */
export interface ImportUpload {
  readonly file: File;
  /** The recording of a transcript; null for none, or when it is in the file. */
  readonly recording: File | null;
  /** Whether recordings are transcribed although their words are imported. */
  readonly transcribe: boolean;
  /** With what they are transcribed. */
  readonly choices: Readonly<UploadChoices>;
  /** Whose it becomes. */
  readonly ownerId: string;
  /** Stays the same for retries of the upload, so that the file is imported once. */
  readonly idempotencyKey: string;
}

/**
 * Uploads a file that is to be imported.
 *
 * @throws `ProblemError` when the gateway returns an error or the connection is lost.
 */
export async function uploadImport(upload: ImportUpload): Promise<void> {
  await sendForm('/imports', formOf(upload), upload.idempotencyKey);
}

/** The gateway reads the parts in order, so fields go before the file. */
function formOf({ file, recording, transcribe, choices, ownerId }: ImportUpload): FormData {
  const form = new FormData();
  form.append('ownerId', ownerId);
  if (transcribe) form.append('transcribe', 'true');
  for (const [name, value] of fieldsOf(choices)) form.append(name, value);
  form.append('file', file, file.name);
  if (recording !== null) form.append('recording', recording, recording.name);
  return form;
}
