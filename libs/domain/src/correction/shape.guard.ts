import { lettersApart } from './spelling.ts';
import { guardTokens, type GuardToken } from './tokens.ts';

/** How much longer or shorter a text may become, as a share of its letters. */
const SHORTEST = 0.7;
const LONGEST = 1.35;
/**
 * A difference of up to this many letters is allowed as long as the text does not more than double:
 * "gonna" becomes "going to".
 */
const FREE_LETTERS = 8;
/** Smallest share of words that both texts have in common, in the same order. */
const LEAST_OVERLAP = 0.6;
/** How many words ahead an equal word is searched for. */
const LOOK_AHEAD = 24;
/** Up to this share of differing letters, two words are two spellings of one. */
const SAME_WORD = 0.5;
/** Texts of up to this many words are also compared letter by letter. */
const SHORT_TEXT = 40;
/** Largest share of differing letters in that comparison; larger with a glossary term. */
const OTHER_LETTERS = 0.35;
const MISHEARD_LETTERS = 0.5;
/** A phrase that occurs this many times in a row is a loop. */
const LOOP_TIMES = 4;
const LONGEST_LOOP_PHRASE = 30;

/** Whether the length of a text changes no more than a correction may change it. */
export function keepsLength(raw: readonly GuardToken[], now: readonly GuardToken[]): boolean {
  const [before, after] = [letters(raw), letters(now)];
  if (before > 0 && after === 0) return false;
  if (Math.abs(before - after) <= FREE_LETTERS && after <= before * 2) return true;
  return after >= before * SHORTEST && after <= before * LONGEST;
}

/**
 * Whether enough words of each text are in the other, in the same order. Short texts may sound the
 * same although their words are split differently ("after word" and "Afterword"), in particular
 * where a glossary term was introduced.
 */
export function overlaps(
  raw: readonly GuardToken[],
  now: readonly GuardToken[],
  glossary: readonly string[],
): boolean {
  const longest = Math.max(raw.length, now.length);
  if (longest === 0 || commonWords(raw, now) / longest >= LEAST_OVERLAP) return true;
  const terms = new Set(glossary.flatMap((term) => guardTokens(term)).map(({ key }) => key));
  const apart = now.some(({ key }) => terms.has(key)) ? MISHEARD_LETTERS : OTHER_LETTERS;
  return longest <= SHORT_TEXT && lettersApart(joined(raw), joined(now)) <= apart;
}

/** Whether a phrase repeats itself so often that it is a loop, and more often than before. */
export function loopAppeared(raw: readonly GuardToken[], now: readonly GuardToken[]): boolean {
  const times = mostRepeated(now);
  return times >= LOOP_TIMES && times > mostRepeated(raw);
}

function letters(tokens: readonly GuardToken[]): number {
  return tokens.reduce((sum, { key }) => sum + key.length, 0);
}

/** Matches each word with the nearest similar word after the previous match. */
function commonWords(raw: readonly GuardToken[], now: readonly GuardToken[]): number {
  let matched = 0;
  let from = 0;
  for (const { key } of raw) {
    const ahead = now.slice(from, from + LOOK_AHEAD);
    const exact = ahead.findIndex((other) => other.key === key);
    const at = exact >= 0 ? exact : ahead.slice(0, 3).findIndex((other) => alike(key, other.key));
    if (at < 0) continue;
    matched += 1;
    from += at + 1;
  }
  return matched;
}

function joined(tokens: readonly GuardToken[]): string {
  return tokens.map(({ key }) => key).join('');
}

function alike(one: string, other: string): boolean {
  return lettersApart(one, other) <= SAME_WORD;
}

function mostRepeated(tokens: readonly GuardToken[]): number {
  let most = 1;
  const longest = Math.min(LONGEST_LOOP_PHRASE, Math.floor(tokens.length / LOOP_TIMES));
  for (let length = 1; length <= longest; length += 1) {
    let same = 0;
    for (let at = length; at < tokens.length; at += 1) {
      same = tokens[at]?.key === tokens[at - length]?.key ? same + 1 : 0;
      most = Math.max(most, 1 + Math.floor(same / length));
    }
  }
  return most;
}
