import { createCipheriv, createDecipheriv } from 'node:crypto';

/** Content of a chunk. */
const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;
const ALGORITHM = 'chacha20-poly1305';

/**
 * A file after its header is a sequence of chunks of 64 KiB, each encrypted and authenticated with
 * ChaCha20-Poly1305 and its number; the last one is marked as such, so that nothing can be cut off.
 * @see https://age-encryption.org/v1 (STREAM)
 */
class Chunks {
  private readonly nonce = Buffer.alloc(NONCE_BYTES);
  private number = 0;

  constructor(protected readonly key: Uint8Array) {}

  get isFirst(): boolean {
    return this.number === 0;
  }

  /** Nonce of the next chunk: 11 bytes of its number, and whether it is the last one. */
  protected next(isLast: boolean): Uint8Array {
    // 6 bytes count to 2^48 chunks, which is far beyond any file.
    this.nonce.writeUIntBE(this.number, NONCE_BYTES - 7, 6);
    this.nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
    this.number += 1;
    return this.nonce;
  }
}

/** Encrypts chunk after chunk. */
export class ChunkSealer extends Chunks {
  readonly chunkBytes = CHUNK_BYTES;

  seal(content: Uint8Array, isLast: boolean): Uint8Array {
    const options = { authTagLength: TAG_BYTES };
    const cipher = createCipheriv(ALGORITHM, this.key, this.next(isLast), options);
    return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Decrypts chunk after chunk. */
export class ChunkOpener extends Chunks {
  readonly chunkBytes = CHUNK_BYTES + TAG_BYTES;

  /** @throws Error when the chunk is not as it was sealed, or not at this place */
  open(sealed: Uint8Array, isLast: boolean): Uint8Array {
    const options = { authTagLength: TAG_BYTES };
    if (sealed.length < TAG_BYTES) throw new Error('a chunk is cut off');
    const split = sealed.length - TAG_BYTES;
    if (split === 0 && !this.isFirst) throw new Error('the last chunk is empty');
    const decipher = createDecipheriv(ALGORITHM, this.key, this.next(isLast), options);
    decipher.setAuthTag(sealed.subarray(split));
    const content = decipher.update(sealed.subarray(0, split));
    decipher.final();
    return content;
  }
}

/** Size of the chunks of a file, in bytes, by that of its content; an empty file has one, too. */
export function chunksBytes(contentBytes: number): number {
  return contentBytes + Math.max(1, Math.ceil(contentBytes / CHUNK_BYTES)) * TAG_BYTES;
}
