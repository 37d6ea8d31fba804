import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { text } from 'node:stream/consumers';

const BOUNDARY = 'a-slow-upload';

/** The status and the body of an answer. */
interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * Sends the fields of a form and the beginning of its file, and no more.
 * @returns the answer to that; it waits for one as long as the gateway waits for the rest
 */
export async function answerDuringUpload(
  url: string,
  fields: Readonly<Record<string, string>>,
): Promise<Answer> {
  const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
  const request = http.request(url, { method: 'POST', headers, agent: false });
  const answered = new Promise<http.IncomingMessage>((resolve, reject) => {
    request.once('response', resolve).once('error', reject);
  });
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="a.wav"\r\n\r\nRIFF`;
  request.write(parts.join('') + file);
  const response = await answered;
  const body = await text(response);
  request.on('error', () => undefined).destroy();
  return { status: response.statusCode ?? 0, body };
}

/** An upload whose first half was sent. */
export interface SlowUpload {
  /** Sends the rest. @returns status and body of the answer */
  finish(): Promise<Answer>;
}

/** Starts the upload of a clip, as over a slow connection. */
export async function beginUpload(url: string, file: string, key: string): Promise<SlowUpload> {
  const bytes = await readFile(file);
  const headers = {
    'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    'idempotency-key': key,
  };
  const request = http.request(url, { method: 'POST', headers, agent: false });
  const answered = new Promise<http.IncomingMessage>((resolve, reject) => {
    request.once('response', resolve).once('error', reject);
  });
  answered.catch(() => undefined);
  const half = Math.floor(bytes.length / 2);
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="slow"\r\n\r\n`;
  const sent = Buffer.concat([Buffer.from(head), bytes.subarray(0, half)]);
  await new Promise((done) => request.write(sent, done));
  const finish = async () => {
    request.end(Buffer.concat([bytes.subarray(half), Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]));
    const response = await answered;
    return { status: response.statusCode ?? 0, body: await text(response) };
  };
  return { finish };
}
