import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { AppError } from '#platform';
import type { BackupBlob } from '../blobs/blob-pool.ts';

const PAGE = 2_000;
const rowSchema = z.object({ sha256: z.string(), sizeBytes: z.coerce.number() });

/** The blobs that each table refers to. Databases of earlier versions have no removed recordings. */
const REFERENCES = {
  clips: `SELECT sha256, size_bytes FROM clips WHERE to_jsonb(clips)->>'audio_removed_at' IS NULL`,
  documents: 'SELECT sha256, size_bytes FROM documents',
  bin_rows: `
    SELECT row->>'sha256', (row->>'size_bytes')::bigint FROM bin_rows
    WHERE table_name IN ('clips', 'documents') AND row->>'audio_removed_at' IS NULL`,
} as const;
type BlobTable = keyof typeof REFERENCES;

/**
 * All blobs that a database refers to, of recordings and documents, also of those in the bin, each
 * once, by their hash.
 * @param client in a transaction, so that all pages show the same moment
 */
export async function* referencedBlobs(client: ClientBase): AsyncGenerator<BackupBlob, void> {
  const tables = await blobTables(client);
  const referenced = tables.map((table) => REFERENCES[table]);
  await client.query(`
    DECLARE referenced_blobs NO SCROLL CURSOR FOR
    SELECT sha256, max(size_bytes) AS "sizeBytes" FROM (${referenced.join(' UNION ALL ')}) AS referenced
    GROUP BY sha256 ORDER BY sha256`);
  for (;;) {
    const { rows } = await client.query(`FETCH ${PAGE} FROM referenced_blobs`);
    yield* rows.map((row) => rowSchema.parse(row));
    if (rows.length < PAGE) break;
  }
  await client.query('CLOSE referenced_blobs');
}

/** The tables that refer to blobs; a database of an earlier version does not have all of them. */
async function blobTables(client: ClientBase): Promise<readonly BlobTable[]> {
  const { rows } = await client.query<{ name: BlobTable }>(
    `SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NOT NULL`,
    [Object.keys(REFERENCES)],
  );
  return rows.map(({ name }) => name);
}

/** The blobs as lines of JSON. */
export async function* toLines(blobs: AsyncIterable<BackupBlob>): AsyncGenerator<Buffer, void> {
  for await (const blob of blobs) yield Buffer.from(`${JSON.stringify(blob)}\n`);
}

/**
 * Reads lines of JSON back. What the stream checks at its end, such as its hash, is checked when the
 * last blob was returned; until then a caller must not rely on having seen them all.
 * @throws the error of the stream; AppError `backup_damaged` for a line that is no blob
 */
export async function* fromLines(content: Readable): AsyncGenerator<BackupBlob, void> {
  const lines = createInterface({ input: content, crlfDelay: Infinity });
  // An error of the input does not end the iteration of its lines.
  const failed = new Promise<never>((_resolve, reject) => content.once('error', reject));
  failed.catch(() => undefined);
  const iterator = lines[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), failed]);
      if (next.done) break;
      yield blobOf(next.value);
    }
  } finally {
    content.destroy();
  }
}

function blobOf(line: string): BackupBlob {
  try {
    return rowSchema.parse(JSON.parse(line));
  } catch (cause) {
    const message = 'The list of recordings of a backup is not what was written.';
    throw new AppError('backup_damaged', message, { cause });
  }
}
