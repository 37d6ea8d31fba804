import { createHash, getRandomValues } from 'node:crypto';
import { monotonicFactory } from 'ulid';
import { ID_PREFIXES, type IdKind } from '#contracts/model';

/** Random bytes are drawn in bulk: one call per byte is about a hundred times slower. */
const pool = new Uint8Array(4096);
let used = pool.length;

function random(): number {
  if (used === pool.length) {
    getRandomValues(pool);
    used = 0;
  }
  const byte = pool[used] ?? 0;
  used += 1;
  return byte / 256;
}

const nextUlid = monotonicFactory(random);

/** A new id of a kind, such as `cnv_01jd…`. Ids from one process sort by creation. */
export function newId(kind: IdKind): string {
  return `${ID_PREFIXES[kind]}_${nextUlid().toLowerCase()}`;
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const CHARACTERS = 26;

/** The id of something that is always found by the same content; it does not sort by creation. */
export function hashedId(kind: IdKind, content: string): string {
  const hash = createHash('sha256').update(content).digest().subarray(0, CHARACTERS);
  const characters = Array.from(hash, (byte) => ALPHABET.charAt(byte % ALPHABET.length));
  return `${ID_PREFIXES[kind]}_${characters.join('')}`;
}
