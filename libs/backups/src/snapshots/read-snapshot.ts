import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { systemCode } from '#platform';
import { ReplayedReader, type Replayed } from '#domain';
import { contentHashOf } from './content-hash.ts';
import {
  parseFileName,
  parseHeader,
  parseTrailer,
  SnapshotFaultError,
  type Snapshot,
  type SnapshotHeader,
} from './snapshot-file.ts';

/** A snapshot that was read whole, and whose hashes are right. */
export interface ReadSnapshot {
  readonly snapshot: Snapshot;
  readonly header: SnapshotHeader;
  readonly state: Replayed;
  readonly contentHash: string;
}

/**
 * Reads a snapshot.
 * @throws SnapshotFaultError `damaged` when it is not what was written, `outdated`, or `gone`
 */
export async function readSnapshot(folder: string, snapshot: Snapshot): Promise<ReadSnapshot> {
  const content = new ContentReader();
  const hash = createHash('sha256');
  try {
    await pipeline(
      createReadStream(path.join(folder, snapshot.fileName)),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          yield chunk;
        }
      },
      createZstdDecompress(),
      async (chunks: AsyncIterable<Buffer>) => {
        for await (const line of linesIn(chunks)) content.take(line);
      },
    );
  } catch (error) {
    throw faultOf(error);
  }
  const named = parseFileName(snapshot.fileName);
  if (hash.digest('hex') !== named?.sha256) {
    throw new SnapshotFaultError('damaged', 'Its bytes do not have the hash in its name.');
  }
  return { snapshot, ...content.end(snapshot) };
}

/** Takes the lines of a snapshot; the last one is known to be the trailer only at the end. */
class ContentReader {
  private readonly rows = new ReplayedReader();
  private header: SnapshotHeader | null = null;
  private hash = contentHashOf(0);
  private pending: string | null = null;
  private count = 0;

  take(line: string): void {
    if (this.header === null) {
      this.header = parseHeader(line);
      this.hash = contentHashOf(this.header.eventNumber);
      return;
    }
    if (this.pending !== null) this.addRow(this.pending);
    this.pending = line;
  }

  /** @throws SnapshotFaultError unless the content is complete and belongs to this snapshot */
  end({ id, eventNumber }: Snapshot): Omit<ReadSnapshot, 'snapshot'> {
    const { header } = this;
    const { rows, contentHash } = parseTrailer(this.pending ?? '');
    const isWhole = rows === this.count && contentHash === this.hash.digest('hex');
    if (header?.id !== id || header.eventNumber !== eventNumber || !isWhole) {
      throw new SnapshotFaultError('damaged', 'Its content does not have the hash at its end.');
    }
    return { header, state: this.rows.end(eventNumber), contentHash };
  }

  private addRow(line: string): void {
    this.hash.update(`${line}\n`);
    this.rows.add(line);
    this.count += 1;
  }
}

/** The lines of a text that arrives in chunks; the text after the last line break is left out. */
async function* linesIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** What cannot be decompressed or parsed is damaged. */
function faultOf(error: unknown): Error {
  if (error instanceof SnapshotFaultError) return error;
  const code = systemCode(error);
  if (code === 'ENOENT') return new SnapshotFaultError('gone', 'It was removed.');
  const reason = code ?? 'its content is malformed';
  return new SnapshotFaultError('damaged', `It cannot be read: ${reason}.`, { cause: error });
}
