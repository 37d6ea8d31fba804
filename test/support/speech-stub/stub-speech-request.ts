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

/** The file of a request, and what else it says. */
interface Sent {
  readonly file: { readonly type: string; readonly name: string; readonly bytes: Buffer };
  readonly fields: URLSearchParams | FormData;
}

/**
 * Reads what a service is sent: a form, or, as Deepgram has it, the file alone with all else in the query.
 * @throws Error when it is not a request with an audio file
 */
export async function readSpeechRequest(
  { headers, url = '' }: Pick<IncomingMessage, 'headers' | 'url'>,
  body: Buffer,
): Promise<StubSpeechRequest> {
  const type = headers['content-type'] ?? '';
  const { pathname: path, searchParams } = new URL(url, 'http://stub');
  const { file, fields } = type.startsWith('multipart/')
    ? await formOf(type, body)
    : { file: { type, name: '', bytes: body }, fields: searchParams };
  const names = [...new Set(fields.keys())].filter((name) => name !== 'file');
  const given = names.map((name) => [name, fields.getAll(name).map(String).join(',')] as const);
  const { bytes } = file;
  return {
    path,
    authorization: headers.authorization ?? headerOf(headers['xi-api-key']),
    fields: Object.fromEntries(given),
    ...{ mediaType: file.type, fileName: file.name, bytes: bytes.length },
    audio: createHash('sha256').update(bytes).digest('hex'),
    seconds: secondsOf(bytes, file.type),
  };
}

async function formOf(type: string, body: Buffer): Promise<Sent> {
  const received = new Response(Uint8Array.from(body), { headers: { 'content-type': type } });
  // oxlint-disable-next-line typescript/no-deprecated -- the bodies of tests are small and trusted
  const fields = await received.formData();
  const file = fields.get('file');
  if (!(file instanceof File)) throw new Error('the form has no file');
  const bytes = Buffer.from(await file.arrayBuffer());
  return { file: { type: file.type, name: file.name, bytes }, fields };
}

const headerOf = (value: string | string[] | undefined) =>
  typeof value === 'string' ? value : null;
