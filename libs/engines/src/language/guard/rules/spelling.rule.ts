import { distance } from 'fastest-levenshtein';
import { doubleMetaphone } from 'double-metaphone';
import { FUNCTION_WORDS } from '../function-words.ts';
import { isEnglishWord, isKnown, soundEqual } from '../lexicon.ts';
import { looksLikeName, type Proposal, type ProofRule } from '../proof-rule.ts';

const SHORTEST = 4;
const LONGEST = 40;
/** From this length on, one wrong letter is enough proof, whatever it does to the sound. */
const LONG_ENOUGH = 6;
/** Shorter names sound like ordinary words: "Harry" and "hairy". */
const LONG_NAME = 7;
/** Known to the dictionary of pronunciations, but no words. */
const NO_WORDS = new Set(['alot']);

/** A word that no list knows, spelt as one that sounds the same: "recieve", "tommorow". */
export const spellingRule: ProofRule = {
  rule: 'spelling',
  heardCounts: [1, 1],
  nowCounts: [1, 1],
  proves: (proposal) => {
    const [heard, now] = [proposal.heard[0]?.key ?? '', proposal.now[0]?.key ?? ''];
    if (!isMisspelt(heard, now) || !isEnglishWord(now) || isName(proposal)) return false;
    const apart = distance(heard, now);
    const longest = Math.max(heard.length, now.length);
    if (apart > mostApart(longest) || heard.at(0) !== now.at(0)) return false;
    return (longest >= LONG_ENOUGH && apart === 1) || isSwap(heard, now) || soundAlike(heard, now);
  },
};

/** Words that were written together or apart by mistake: "alot", "e mail". */
export const spacedWordRule: ProofRule = {
  rule: 'spelling',
  heardCounts: [1, 2],
  nowCounts: [1, 2],
  proves: (proposal) => {
    const { heard, now } = proposal;
    if (heard.length === now.length || isName(proposal)) return false;
    const [parts, whole] = heard.length > now.length ? [heard, now[0]] : [now, heard[0]];
    const [one = '', other = ''] = parts.map(({ key }) => key);
    if (whole?.key !== one + other) return false;
    if (parts === now) {
      const isWord = isKnown(whole.key) && !NO_WORDS.has(whole.key);
      return !isWord && isKnown(one) && isKnown(other);
    }
    return isEnglishWord(whole.key) && !FUNCTION_WORDS.has(one) && !FUNCTION_WORDS.has(other);
  },
};

/**
 * A dictionary of pronunciations also has names, and some misspellings: "goverment". A long word that
 * it says exactly as the other one is the other one.
 */
function isMisspelt(heard: string, now: string): boolean {
  if (!/^[a-z]+$/u.test(heard) || isEnglishWord(heard)) return false;
  if (heard.length < SHORTEST || heard.length > LONGEST) return false;
  return !isKnown(heard) || (heard.length >= LONG_NAME && soundEqual(heard, now));
}

function isName({ context, heardFrom, nowFrom, heard, now }: Proposal): boolean {
  const named = heard.some((_, at) => looksLikeName(context.heard, heardFrom + at));
  return named || now.some((_, at) => looksLikeName(context.now, nowFrom + at));
}

/** How many letters may differ. */
function mostApart(length: number): number {
  if (length <= 5) return 1;
  return length <= 8 ? 2 : 3;
}

/** Whether two neighbouring letters are swapped, and all else is the same. */
function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = Array.from(one).findIndex((letter, place) => letter !== other[place]);
  const swapped = one.slice(0, at) + (one[at + 1] ?? '') + (one[at] ?? '') + one.slice(at + 2);
  return at >= 0 && swapped === other;
}

function soundAlike(one: string, other: string): boolean {
  const codes = doubleMetaphone(other);
  return doubleMetaphone(one).some((code) => codes.includes(code));
}
