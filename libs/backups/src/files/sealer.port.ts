import type { Transform } from 'node:stream';

/** Encrypts and decrypts the files of backups. One sealer has one key. */
export interface Sealer {
  /**
   * Identifies the key without revealing it, `[0-9a-f]{16}`; `null` when nothing is encrypted. Files
   * sealed with another key are not reused.
   */
  readonly keyId: string | null;
  /** Suffix of the names of sealed files: `.age`, or empty. */
  readonly suffix: string;
  /** Size of a sealed file, in bytes, by that of its content. */
  sealedBytes(contentBytes: number): number;
  /** A stream that encrypts what is written to it. */
  seal(): Transform;
  /**
   * A stream that decrypts what is written to it.
   * @throws (as an error of the stream) AppError `backup_key_wrong`, or `backup_damaged` when the
   *   bytes were changed or cut off. A changed beginning may look like a wrong key.
   */
  open(): Transform;
}
