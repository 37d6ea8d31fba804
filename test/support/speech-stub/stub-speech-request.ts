import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { secondsOf } from './audio-file.ts';

/** A request for a transcript as the stub received it. */
export interface StubSpeechRequest {
  readonly path: string;
  /** The header with the key, as it was sent. */
  readonly authorization: string | null;
  /** The fields of the form, those that repeat with a comma between them. */
  readonly fields: Readonly<Record<string, string>>;
  readonly mediaType: string;
  readonly fileName: string;
  readonly bytes: number;
  /** SHA-256 of the file: the same chunk has the same one. */
  readonly audio: string;
  readonly seconds: number;
}

/** @throws Error when it is not a request with an audio file */
export async function readSpeechRequest(
  { headers, url = '' }: Pick<IncomingMessage, 'headers' | 'url'>,
  body: Buffer,
): Promise<StubSpeechRequest> {
  const type = headers['content-type'] ?? '';
  const received = new Response(Uint8Array.from(body), { headers: { 'content-type': type } });
  // oxlint-disable-next-line typescript/no-deprecated -- the bodies of tests are small and trusted
  const form = await received.formData();
  const file = form.get('file');
  if (!(file instanceof File)) throw new Error('the form has no file');
  const bytes = Buffer.from(await file.arrayBuffer());
  const names = [...new Set(form.keys())].filter((name) => name !== 'file');
  const fields = names.map((name) => [name, form.getAll(name).map(String).join(',')] as const);
  return {
    path: url,
    authorization: headers.authorization ?? null,
    fields: Object.fromEntries(fields),
    ...{ mediaType: file.type, fileName: file.name, bytes: bytes.length },
    audio: createHash('sha256').update(bytes).digest('hex'),
    seconds: secondsOf(bytes, file.type),
  };
}
