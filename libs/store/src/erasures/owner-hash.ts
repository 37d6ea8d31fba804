import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, Buffer>(scrypt);

const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** A new salt for hashes of owners, in hexadecimal. */
export function newSalt(): string {
  return randomBytes(SALT_BYTES).toString('hex');
}

/**
 * A hash of the name of an owner, in hexadecimal: scrypt (RFC 7914) with N = 2^14, r = 8, p = 1. It takes
 * some 50 ms, so that names cannot be guessed by the million.
 * @param salt as {@link newSalt} makes it
 */
export async function hashOfOwner(ownerId: string, salt: string): Promise<string> {
  return (await derive(ownerId, Buffer.from(salt, 'hex'), HASH_BYTES)).toString('hex');
}
