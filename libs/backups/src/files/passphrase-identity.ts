import { bech32 } from '@scure/base';
import { scrypt } from 'node:crypto';

/** Cost of a guess: 128 MiB, and about a third of a second. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 } as const;
const SALT = 'afterword backups, identity of a passphrase, version 1';
const IDENTITY_BYTES = 32;
const PREFIX = 'age-secret-key-';

/**
 * The age identity that belongs to a passphrase: scrypt (N = 2¹⁷, r = 8, p = 1) with a fixed salt,
 * written as Bech32. The same passphrase always gives the same identity, so nothing but the passphrase
 * is needed to open a backup, and it is computed once, not for each file.
 * @returns `AGE-SECRET-KEY-1…`
 */
export async function identityOfPassphrase(passphrase: string): Promise<string> {
  const key = await new Promise<Uint8Array>((resolve, reject) => {
    scrypt(passphrase, SALT, IDENTITY_BYTES, COST, (error, derived) => {
      if (error) reject(error);
      else resolve(derived);
    });
  });
  return bech32.encodeFromBytes(PREFIX, key).toUpperCase();
}
