import { isNegation, isNumber } from '../text/numbers.ts';
import { wordSet } from '../text/words.ts';
import type { Edit, TextRule } from './edits.ts';

const BROKEN_OFF = /(?<![\p{L}\p{N}'’-])(?:(\p{L}{1,3})-\s+)+(?=\1\p{L}*)/giu;
const STAMMERED = /(?<![\p{L}\p{N}'’-])(?:(\p{L}{1,2})-)+(?=(\1[\p{L}'’]*))/giu;
/** Words that take no prefix, so that the letters before them can only be a stammer. */
const STAMMERED_WORDS = wordSet(
  "i i'm i'll i've we we're but that that's the then there they this what when where which who why",
  "would so should it it's is if in and because my me maybe no not yes you your he she how have",
  "well will with was want were just don't didn't can't can could do does for from please",
);

/** Removes false starts of words: "w- we", "b-b-but". */
export const falseStartsRule: TextRule = {
  find: (text, { english }) => (english ? findFalseStarts(text) : []),
};

function findFalseStarts(text: string): readonly Edit[] {
  const brokenOff = Array.from(text.matchAll(BROKEN_OFF)).flatMap((match) =>
    changesMeaning(match[1] ?? '') ? [] : [edit(text, match)],
  );
  const stammered = Array.from(text.matchAll(STAMMERED)).flatMap((match) =>
    STAMMERED_WORDS.has((match[2] ?? '').toLowerCase()) ? [edit(text, match)] : [],
  );
  const edits = [...brokenOff, ...stammered].sort((one, other) => one.start - other.start);
  return edits.filter(({ start }, n) => start >= (edits[n - 1]?.end ?? 0));
}

/** A number or negation is kept, because removing it could change the meaning. */
function changesMeaning(fragment: string): boolean {
  return isNumber(fragment.toLowerCase()) || isNegation(fragment.toLowerCase());
}

/** The word inherits the capital of its removed false start. */
function edit(text: string, { 0: found, index }: RegExpExecArray): Edit {
  const wordAt = index + found.length;
  const letter = text.charAt(wordAt);
  const capital = /^\p{Lu}/u.test(found) ? letter.toUpperCase() : letter;
  return { start: index, end: wordAt + 1, text: capital };
}
