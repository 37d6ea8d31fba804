import { isAcceptedClip, parseJson } from './guards.ts';
import { ProblemError, UPLOAD_INTERRUPTED, problemOfBody } from './problem.ts';
import type { AcceptedClip } from './types.ts';

/** A clip on its way to a conversation. */
export interface ClipUpload {
  readonly conversationId: string;
  readonly file: File;
  /** Who speaks in it; empty when nobody said. */
  readonly speaker: string;
  /** Stays the same when the upload is tried again, so that no clip arrives twice. */
  readonly idempotencyKey: string;
  readonly onSentBytes: (sentBytes: number) => void;
  readonly signal: AbortSignal;
}

/** The gateway reads the parts in order: what describes the file goes before it. */
function formOf({ file, speaker }: ClipUpload): FormData {
  const form = new FormData();
  if (speaker !== '') form.append('speaker', speaker);
  form.append('file', file, file.name);
  return form;
}

/**
 * Sends a clip. By XMLHttpRequest, because `fetch` does not tell how much of a body was sent.
 *
 * @returns The accepted clip and its task.
 * @throws {@link ProblemError} when the gateway refuses or the connection breaks.
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
    request.open('POST', `/conversations/${upload.conversationId}/clips`);
    request.setRequestHeader('Idempotency-Key', upload.idempotencyKey);
    request.send(formOf(upload));
  });
}
