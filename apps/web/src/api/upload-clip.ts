import { isAcceptedClip, parseJson } from './guards.ts';
import { ProblemError, UPLOAD_INTERRUPTED, problemOfBody } from './problem.ts';
import type { AcceptedClip } from './types.ts';
import { fieldsOf, type UploadChoices } from '../clips/upload-choices.ts';

/** A clip to upload. */
export interface ClipUpload {
  /** Null for a new one, which is created together with the clip. */
  readonly conversationId: string | null;
  /** Title of a new conversation. */
  readonly title: string;
  readonly file: File;
  /** Name of the speaker; empty when unknown. */
  readonly speaker: string;
  /** How it is transcribed. */
  readonly choices: Readonly<UploadChoices>;
  /** Stays the same for retries of the upload, so that the clip is stored once. */
  readonly idempotencyKey: string;
  readonly onSentBytes: (sentBytes: number) => void;
  readonly signal: AbortSignal;
}

/** The gateway reads the parts in order, so fields go before the file. */
function formOf({ conversationId, title, file, speaker, choices }: ClipUpload): FormData {
  const form = new FormData();
  if (conversationId === null) form.append('title', title);
  if (speaker !== '') form.append('speaker', speaker);
  for (const [name, value] of fieldsOf(choices)) form.append(name, value);
  form.append('file', file, file.name);
  return form;
}

/**
 * Uploads a clip. Uses XMLHttpRequest, because `fetch` does not report upload progress.
 *
 * @returns The accepted clip and its task.
 * @throws {@link ProblemError} when the gateway returns an error or the connection is lost.
 */
export function uploadClip(upload: ClipUpload): Promise<AcceptedClip> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const interrupted = () => reject(new ProblemError(UPLOAD_INTERRUPTED));
    request.upload.addEventListener('progress', (event) => upload.onSentBytes(event.loaded));
    request.addEventListener('error', interrupted);
    request.addEventListener('abort', interrupted);
    request.addEventListener('load', () => {
      const body = parseJson(request.responseText);
      if (isAcceptedClip(body)) resolve(body);
      else reject(new ProblemError(problemOfBody(body, request.status)));
    });
    upload.signal.addEventListener('abort', () => request.abort(), { once: true });
    const { conversationId } = upload;
    request.open(
      'POST',
      conversationId === null ? '/clips' : `/conversations/${conversationId}/clips`,
    );
    request.setRequestHeader('Idempotency-Key', upload.idempotencyKey);
    request.send(formOf(upload));
  });
}
