import { invalidAnswer } from './service-errors.ts';

/** Ten minutes of speech with all times have less than half of it; to read more would hold up other work. */
export const MOST_BYTES = 1024 * 1024;

/**
 * The body of a response as text, without reading one that never ends.
 * @throws AppError `speech_answer_invalid` when it is too long
 */
export async function boundedText({ body }: Response): Promise<string> {
  if (body === null) return '';
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(parts).toString('utf8');
    bytes += value.byteLength;
    parts.push(value);
    if (bytes > MOST_BYTES) break;
  }
  // This ends the connection.
  await reader.cancel();
  throw invalidAnswer('it does not end');
}
