import { Decrypter, Encrypter } from 'age-encryption';
import { hkdfSync, randomBytes } from 'node:crypto';
import { AppError } from '#platform';

/** Size of the nonce between the header and the chunks of an age file. */
export const NONCE_BYTES = 16;
/** A header that is longer is none: ours has about 200 bytes. */
export const MAX_HEADER_BYTES = 16 * 1024;

const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** The beginning of an age file up to its chunks, and the key of the chunks. */
export interface CreatedHeader {
  readonly header: Uint8Array;
  readonly key: Uint8Array;
}

/**
 * Writes and reads the headers of age files, which hold the key of each file, encrypted. They are made
 * by the age library; the chunks after them are ours, because those of the library are encrypted by
 * JavaScript, ten times as slow as by Node.
 */
export class AgeHeaders {
  private readonly encrypter = new Encrypter();
  private readonly decrypter = new Decrypter();

  /**
   * @param identity `AGE-SECRET-KEY-1…`
   * @param recipient `age1…`, which belongs to it
   */
  constructor(identity: string, recipient: string) {
    this.encrypter.addRecipient(recipient);
    this.decrypter.addIdentity(identity);
  }

  /** The header of a new file, with a key of its own. */
  async create(): Promise<CreatedHeader> {
    const empty = await this.encrypter.encrypt(new Uint8Array());
    const header = empty.subarray(0, empty.length - NONCE_BYTES - TAG_BYTES);
    const nonce = randomBytes(NONCE_BYTES);
    const key = chunkKey(await this.decrypter.decryptHeader(header), nonce);
    return { header: Buffer.concat([header, nonce]), key };
  }

  /**
   * The key of the chunks of a file.
   * @throws AppError `backup_key_wrong`, `backup_damaged`
   */
  async open(header: Uint8Array, nonce: Uint8Array): Promise<Uint8Array> {
    try {
      return chunkKey(await this.decrypter.decryptHeader(header), nonce);
    } catch (cause) {
      // The only way of the library to tell that the header is fine but for another key.
      const isForOther = cause instanceof Error && cause.message.includes('no identity matched');
      if (!isForOther) throw new AppError('backup_damaged', DAMAGED, { cause });
      throw new AppError('backup_key_wrong', WRONG, { cause });
    }
  }
}

const DAMAGED = 'A file of the backup cannot be decrypted: its header was changed.';
const WRONG = 'The backup was encrypted with another identity or passphrase.';

/** @see https://age-encryption.org/v1 (payload key) */
function chunkKey(fileKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', KEY_BYTES));
}
