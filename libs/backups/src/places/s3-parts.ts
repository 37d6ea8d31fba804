import { createHash, type Hash } from 'node:crypto';

const MEBIBYTE = 1024 * 1024;

/** A part of a file that is uploaded. */
export interface Part {
  /** From 1. */
  readonly number: number;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string;
  readonly isLast: boolean;
}

/**
 * Size of a part of a file whose size is not known beforehand. S3 allows 10,000 parts: 1,000 of 16 MiB
 * and 9,000 of 105 MiB hold 1.03 TB. Up to 16.8 GB, all parts have the same size, as some stores
 * require, and memory holds three of them at most.
 * @param number from 1
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html
 */
export function partBytes(number: number): number {
  return (number <= 1_000 ? 16 : 105) * MEBIBYTE;
}

/**
 * Cuts a file into parts. It has at least one, which may be empty.
 * @param onBytes is told of each chunk that was read, in bytes
 */
export async function* partsOf(
  bytes: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void,
  sizeOf: (number: number) => number = partBytes,
): AsyncGenerator<Part, void> {
  let part = new PartBuffer(1, sizeOf(1));
  for await (const chunk of bytes) {
    onBytes(chunk.length);
    for (let rest = chunk; rest.length > 0;) {
      // Only when more bytes come is it known that a full part is not the last one.
      if (part.isFull) {
        yield part.close(false);
        part = new PartBuffer(part.number + 1, sizeOf(part.number + 1));
      }
      rest = part.add(rest);
    }
  }
  yield part.close(true);
}

/** Grows with what comes, so that a small file takes little memory. */
class PartBuffer {
  private readonly chunks: Uint8Array[] = [];
  private readonly hash: Hash = createHash('sha256');
  private length = 0;

  constructor(
    readonly number: number,
    private readonly limitBytes: number,
  ) {}

  get isFull(): boolean {
    return this.length === this.limitBytes;
  }

  /** @returns what no longer fits */
  add(chunk: Uint8Array): Uint8Array {
    const fitting = chunk.subarray(0, this.limitBytes - this.length);
    this.chunks.push(fitting);
    this.hash.update(fitting);
    this.length += fitting.length;
    return chunk.subarray(fitting.length);
  }

  close(isLast: boolean): Part {
    const bytes = Buffer.concat(this.chunks, this.length);
    this.chunks.length = 0;
    return { number: this.number, bytes, sha256: this.hash.digest('hex'), isLast };
  }
}
