import { createHash } from 'node:crypto';
import { encodeTime } from 'ulid';
import { ID_PREFIXES, type IdKind } from '#contracts/model';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_CHARACTERS = 10;
const RANDOM_CHARACTERS = 16;
const ORDER_CHARACTERS = 6;

/**
 * The id of something that is imported. It is the same for the same origin, whoever imports it and
 * however often, and sorts by the time at which it was made, as all ids do.
 * @param origin what it is, of whom, and where it comes from
 * @param madeAt when it was made; a time to come counts as now
 */
export function importedId(kind: IdKind, origin: string, madeAt: Date): string {
  return `${ID_PREFIXES[kind]}_${timeOf(madeAt)}${hashOf(`${kind}:${origin}`, RANDOM_CHARACTERS)}`;
}

/**
 * The ids of things that are imported together, which sort as these did: turns are read in the order
 * of their ids.
 * @param origin what they belong to
 * @param ids their ids where they come from
 * @param madeAt when the first of them may have been made
 * @returns the new ids by the ones where they come from
 */
export function importedIds(
  kind: IdKind,
  origin: string,
  ids: Iterable<string>,
  madeAt: Date,
): ReadonlyMap<string, string> {
  const random = hashOf(`${kind}:${origin}`, RANDOM_CHARACTERS - ORDER_CHARACTERS);
  const start = `${ID_PREFIXES[kind]}_${timeOf(madeAt)}${random}`;
  const ordered = [...ids].sort((one, other) => (one < other ? -1 : 1));
  return new Map(ordered.map((id, order) => [id, `${start}${characters(order)}`]));
}

function timeOf(madeAt: Date): string {
  const timeMs = Math.min(Math.max(0, madeAt.getTime()), Date.now());
  return encodeTime(timeMs, TIME_CHARACTERS).toLowerCase();
}

function hashOf(text: string, length: number): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, length);
  return Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

/** A number as characters that sort like it. */
function characters(order: number): string {
  let text = '';
  for (let rest = order; text.length < ORDER_CHARACTERS; rest = Math.floor(rest / 32)) {
    text = ALPHABET.charAt(rest % 32) + text;
  }
  return text;
}
