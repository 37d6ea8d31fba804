import { abbreviationEnds, endsWithAbbreviation } from './abbreviations.ts';
import { wordsIn, wordSet, type Word } from './words.ts';

/** Only from the first mark of a run: from each of a thousand marks, the time would be quadratic. */
const ENDS = /(?<![.!?…])[.!?…]+["'”’)\]]*(?=\s)|[。！？]+["'”’)\]]*|\n+/gu;
/** After a German day: "am 3. Mai". */
const MONTH_AFTER =
  /^\s(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)/u;
/** As with {@link ENDS}, from the first character of a run. */
const LOOSE_END = /(?<![\s,;–-])[\s,;–-]+$/u;
/** Above this number of words, a sentence is assumed to lack full stops in the transcript. */
const TOO_LONG = 40;
const LONG_ENOUGH = 12;
/** Words that often start a new clause when one of {@link SUBJECTS} follows. */
const OPENERS = wordSet('so but now okay well also however then because anyway and');
const SUBJECTS = wordSet(
  "i we you he she it they the this that these those there some many most what when a an my our your then so now if in for i'm i'll we're we'll it's that's there's they're he's she's because please",
);

/**
 * The trimmed sentences of a text, in order. A long run without full stops is split where a new
 * clause seems to start.
 */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(ENDS)) {
    if (mark === '.' && continuesAfter(text, index)) continue;
    sentences.push(text.slice(from, index + mark.length).trim());
    from = index + mark.length;
  }
  sentences.push(text.slice(from).trim());
  return sentences.filter((sentence) => sentence !== '').flatMap(splitLong);
}

/** Whether a sentence goes on after a full stop, because that belongs to an abbreviation. */
function continuesAfter(text: string, dotAt: number): boolean {
  const before = text.slice(Math.max(0, dotAt - 16), dotAt);
  if (/(?<!\p{N})\d{1,2}$/u.test(before) && MONTH_AFTER.test(text.slice(dotAt + 1, dotAt + 13))) {
    return true;
  }
  if (!endsWithAbbreviation(before)) return false;
  return !abbreviationEnds(before, text.slice(dotAt + 1, dotAt + 100));
}

function splitLong(sentence: string): readonly string[] {
  const words = wordsIn(sentence);
  if (words.length <= TOO_LONG) return [sentence];
  const cuts = [0];
  let length = 0;
  for (const [place, word] of words.entries()) {
    length += 1;
    const remaining = words.length - place;
    if (!isBreak(words, place, word, length) || remaining < LONG_ENOUGH / 2) continue;
    cuts.push(word.start);
    length = 0;
  }
  return cuts.map((cut, n) => sentence.slice(cut, cuts[n + 1]).replace(LOOSE_END, ''));
}

function isBreak(words: readonly Word[], place: number, word: Word, length: number): boolean {
  if (length > TOO_LONG) return true;
  if (length <= LONG_ENOUGH || OPENERS.has(words[place - 1]?.key ?? '')) return false;
  return OPENERS.has(word.key) && SUBJECTS.has(words[place + 1]?.key ?? '');
}
