import { createHash } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const BASE = BigInt(ALPHABET.length);
/** Characters of an id: the time, and some of what is random. Together they are a number that sorts. */
const SORTED = 16;
const MARK = 4;
/** Enough for 298 hours. */
const MILLISECONDS = 6;

/**
 * The id of a turn of a recording. Turns are ordered by id, so it comes after that of the first turn of the recording,
 * before those of later exchanges, and sorts by when the turn begins. A turn that begins at the same time in a later
 * run is the same turn.
 * @param firstTurnId the turn that has the recording
 * @param startMs when the turn begins, from the start of the recording
 */
export function turnIdAt(firstTurnId: string, startMs: number): string {
  const at = firstTurnId.indexOf('_') + 1;
  const behind = numberOf(firstTurnId.slice(at, at + SORTED)) + 1n;
  // Keeps the turns of two recordings apart that were received in the same millisecond.
  const mark = createHash('sha256').update(firstTurnId).digest().subarray(0, MARK);
  return [
    firstTurnId.slice(0, at),
    textOf(behind, SORTED),
    ...Array.from(mark, (byte) => ALPHABET.charAt(byte % ALPHABET.length)),
    textOf(BigInt(startMs), MILLISECONDS),
  ].join('');
}

function numberOf(text: string): bigint {
  return Array.from(text).reduce((sum, each) => sum * BASE + BigInt(ALPHABET.indexOf(each)), 0n);
}

function textOf(number: bigint, length: number): string {
  let text = '';
  for (let rest = number; text.length < length; rest /= BASE)
    text = ALPHABET.charAt(Number(rest % BASE)) + text;
  return text;
}
