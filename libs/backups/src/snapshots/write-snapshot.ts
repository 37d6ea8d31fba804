import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';
import { syncFolder } from '#platform';
import { REPLAY_FORMAT, type Replayed } from '#domain';
import type { EventMark } from '#store';
import { contentHashOf, partsOf } from './content-hash.ts';
import { fileNameOf, type SnapshotHeader, type SnapshotTrailer } from './snapshot-file.ts';

/** Suffix of files that are being written. */
export const UNFINISHED = '.unfinished';

/** What is written: a state at an event number, and the event that identifies its log. */
export interface SnapshotContent {
  readonly id: string;
  readonly state: Replayed;
  readonly mark: EventMark | null;
}

/**
 * Writes a snapshot under another name, synchronises it with the disk, and renames it, so that a
 * partial one is never seen.
 * @returns the name of the file
 * @throws the error of the file system, once the partial file was removed
 */
export async function writeSnapshot(
  folder: string,
  content: SnapshotContent,
  signal: AbortSignal,
): Promise<string> {
  const unfinished = path.join(folder, `${content.id}${UNFINISHED}`);
  try {
    const hash = createHash('sha256');
    await pipeline(
      // One part ahead: each takes some milliseconds to make.
      Readable.from(textOf(content), { highWaterMark: 1 }),
      createZstdCompress(),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(unfinished, { flush: true }),
      { signal },
    );
    const fileName = fileNameOf(content.state.eventNumber, content.id, hash.digest('hex'));
    await rename(unfinished, path.join(folder, fileName));
    await syncFolder(folder);
    return fileName;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}

function* textOf({ id, state, mark }: SnapshotContent): Generator<string> {
  const { eventNumber } = state;
  const header: SnapshotHeader = { format: REPLAY_FORMAT, id, eventNumber, mark };
  yield `${JSON.stringify(header)}\n`;
  const hash = contentHashOf(eventNumber);
  for (const part of partsOf(state)) {
    hash.update(part);
    yield part;
  }
  const rows = Object.values(state.rows).reduce((sum, { size }) => sum + size, 0);
  const trailer: SnapshotTrailer = { rows, contentHash: hash.digest('hex') };
  yield `${JSON.stringify(trailer)}\n`;
}
