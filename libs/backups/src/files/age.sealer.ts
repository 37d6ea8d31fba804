import { identityToRecipient } from 'age-encryption';
import { createHash } from 'node:crypto';
import type { Transform } from 'node:stream';
import { chunksBytes } from './age-chunks.ts';
import { AgeHeaders } from './age-headers.ts';
import { AgeOpenStream, AgeSealStream } from './age-streams.ts';
import type { Sealer } from './sealer.port.ts';

const KEY_ID_LENGTH = 16;

/**
 * Encrypts files in the age format, each with a key of its own that only one identity can read, so that
 * the `age` program opens them, too.
 * @see https://age-encryption.org/v1
 */
export class AgeSealer implements Sealer {
  readonly suffix = '.age';

  private constructor(
    readonly keyId: string,
    private readonly headers: AgeHeaders,
    private readonly headerBytes: number,
  ) {}

  /**
   * @param identity `AGE-SECRET-KEY-1…`
   * @throws Error when it is no such identity
   */
  static async create(identity: string): Promise<AgeSealer> {
    const recipient = await identityToRecipient(identity);
    const keyId = createHash('sha256').update(recipient).digest('hex').slice(0, KEY_ID_LENGTH);
    const headers = new AgeHeaders(identity, recipient);
    // All headers for a recipient have the same size.
    return new AgeSealer(keyId, headers, (await headers.create()).header.length);
  }

  sealedBytes(contentBytes: number): number {
    return this.headerBytes + chunksBytes(contentBytes);
  }

  seal(): Transform {
    return new AgeSealStream(this.headers);
  }

  open(): Transform {
    return new AgeOpenStream(this.headers);
  }
}
