import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { text } from 'node:stream/consumers';

const BOUNDARY = 'a-slow-upload';

/** An upload whose first half was sent. */
export interface SlowUpload {
  /** Sends the rest. @returns status and body of the answer */
  finish(): Promise<{ readonly status: number; readonly body: string }>;
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
