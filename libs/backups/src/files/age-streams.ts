import { Transform, type TransformCallback } from 'node:stream';
import { AppError } from '#platform';
import { ChunkOpener, ChunkSealer } from './age-chunks.ts';
import { MAX_HEADER_BYTES, NONCE_BYTES, type AgeHeaders } from './age-headers.ts';
import { ByteQueue } from '../streams/byte-queue.ts';

/** Encrypts what is written to it as an age file. */
export class AgeSealStream extends Transform {
  private readonly queue = new ByteQueue();
  private chunks: ChunkSealer | null = null;

  constructor(private readonly headers: AgeHeaders) {
    super();
  }

  override _construct(done: (error?: Error | null) => void): void {
    this.begin().then(() => done(), done);
  }

  override _transform(chunk: Uint8Array, _encoding: string, done: TransformCallback): void {
    this.queue.add(chunk);
    // The last chunk is never empty, so a full one waits until more comes.
    const chunks = this.begun();
    while (this.queue.length > chunks.chunkBytes) {
      this.push(chunks.seal(this.queue.take(chunks.chunkBytes), false));
    }
    done();
  }

  override _flush(done: TransformCallback): void {
    done(null, this.begun().seal(this.queue.take(this.queue.length), true));
  }

  private async begin(): Promise<void> {
    const { header, key } = await this.headers.create();
    this.chunks = new ChunkSealer(key);
    this.push(header);
  }

  private begun(): ChunkSealer {
    if (this.chunks) return this.chunks;
    throw new Error('nothing is written to a stream before it is constructed');
  }
}

/** Decrypts what is written to it, an age file. */
export class AgeOpenStream extends Transform {
  private readonly queue = new ByteQueue();
  private chunks: ChunkOpener | null = null;

  constructor(private readonly headers: AgeHeaders) {
    super();
  }

  override _transform(chunk: Uint8Array, _encoding: string, done: TransformCallback): void {
    this.queue.add(chunk);
    this.advance().then(() => done(), done);
  }

  override _flush(done: TransformCallback): void {
    const { chunks } = this;
    if (!chunks) return done(damaged('it has no complete header'));
    this.opened(() => this.push(chunks.open(this.queue.take(this.queue.length), true)), done);
  }

  private async advance(): Promise<void> {
    this.chunks ??= await this.readHeader();
    const { chunks, queue } = this;
    if (!chunks) return;
    try {
      // The last chunk may be full, too; it is opened when nothing follows it.
      while (queue.length > chunks.chunkBytes) {
        this.push(chunks.open(queue.take(chunks.chunkBytes), false));
      }
    } catch (error) {
      throw damaged('a part of it was changed', error);
    }
  }

  private async readHeader(): Promise<ChunkOpener | null> {
    const all = this.queue.joined();
    const lastLine = all.indexOf('\n--- ');
    const end = lastLine < 0 ? -1 : all.indexOf('\n', lastLine + 1);
    if (end < 0 && all.length > MAX_HEADER_BYTES) throw damaged('it has no header');
    if (end < 0 || all.length < end + 1 + NONCE_BYTES) return null;
    const header = Uint8Array.from(this.queue.take(end + 1));
    const key = await this.headers.open(header, this.queue.take(NONCE_BYTES));
    return new ChunkOpener(key);
  }

  private opened(work: () => void, done: TransformCallback): void {
    try {
      work();
    } catch (error) {
      return done(damaged('its end was cut off or changed', error));
    }
    done();
  }
}

function damaged(reason: string, cause?: unknown): AppError {
  const message = `A file of the backup cannot be decrypted: ${reason}.`;
  return new AppError('backup_damaged', message, { cause });
}
