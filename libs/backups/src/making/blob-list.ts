import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import type { Blob } from '../blobs/blob-pool.ts';

const PAGE = 2_000;
const rowSchema = z.object({ sha256: z.string(), sizeBytes: z.coerce.number() });

/**
 * All blobs that a database refers to, each once, by their hash.
 * @param client in a transaction, so that all pages show the same moment
 */
export async function* referencedBlobs(client: ClientBase): AsyncGenerator<Blob, void> {
  await client.query(`
    DECLARE referenced_blobs NO SCROLL CURSOR FOR
    SELECT sha256, max(size_bytes) AS "sizeBytes" FROM clips GROUP BY sha256 ORDER BY sha256`);
  for (;;) {
    const { rows } = await client.query(`FETCH ${PAGE} FROM referenced_blobs`);
    yield* rows.map((row) => rowSchema.parse(row));
    if (rows.length < PAGE) break;
  }
  await client.query('CLOSE referenced_blobs');
}

/** The blobs as lines of JSON. */
export async function* toLines(blobs: AsyncIterable<Blob>): AsyncGenerator<Buffer, void> {
  for await (const blob of blobs) yield Buffer.from(`${JSON.stringify(blob)}\n`);
}

/**
 * Reads lines of JSON back. What the stream checks at its end, such as its hash, is checked before
 * the last blob is returned to the caller.
 * @throws the error of the stream
 */
export async function* fromLines(content: Readable): AsyncGenerator<Blob, void> {
  const lines = createInterface({ input: content, crlfDelay: Infinity });
  // An error of the input does not end the iteration of its lines.
  const failed = new Promise<never>((_resolve, reject) => content.once('error', reject));
  failed.catch(() => undefined);
  const iterator = lines[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([iterator.next(), failed]);
    if (next.done) break;
    yield rowSchema.parse(JSON.parse(next.value));
  }
}
