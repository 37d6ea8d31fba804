import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** Counts and hashes the bytes that pass. */
export class ByteMeter extends Transform {
  private readonly hash = createHash('sha256');
  private digest: string | null = null;
  sizeBytes = 0;

  /** @param onBytes is told of each chunk, in bytes */
  constructor(private readonly onBytes: (count: number) => void = () => undefined) {
    super();
  }

  /** SHA-256 in hexadecimal, once all bytes have passed; `null` before. */
  get sha256(): string | null {
    return this.digest;
  }

  override _transform(chunk: Uint8Array, _encoding: string, done: TransformCallback): void {
    this.sizeBytes += chunk.length;
    this.hash.update(chunk);
    this.onBytes(chunk.length);
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    this.digest = this.hash.digest('hex');
    done();
  }
}

/**
 * Lets bytes pass that are what was stated, and fails otherwise: as soon as there are too many, and at
 * the end when they are too few or others. So whoever has read to the end has read the right bytes.
 */
export class ByteCheck extends ByteMeter {
  /**
   * @param stated size in bytes, and SHA-256 in hexadecimal
   * @param toError makes the error of bytes that are not what was stated
   * @param onBytes is told of each chunk, in bytes
   */
  constructor(
    private readonly stated: { readonly sizeBytes: number; readonly sha256: string },
    private readonly toError: () => Error,
    onBytes?: (count: number) => void,
  ) {
    super(onBytes);
  }

  override _transform(chunk: Uint8Array, encoding: string, done: TransformCallback): void {
    const { sizeBytes } = this.stated;
    if (this.sizeBytes + chunk.length > sizeBytes) done(this.toError());
    else super._transform(chunk, encoding, done);
  }

  override _flush(done: TransformCallback): void {
    super._flush((error) => {
      const { sizeBytes, sha256 } = this.stated;
      const isRight = sizeBytes === this.sizeBytes && sha256 === this.sha256;
      done(error ?? (isRight ? null : this.toError()));
    });
  }
}
