import { isCommonWord } from '../builtin/text/english-words.ts';
import { looksEnglish } from '../builtin/text/language.ts';
import { wordsIn, type Word } from '../builtin/text/words.ts';
import { setOf } from './function-words.ts';

/** Names of speakers that say what they do, and are words of their own. */
const ROLES = setOf(
  'speaker host guest interviewer interviewee moderator agent customer client caller doctor patient',
  'nurse user assistant operator unknown narrator teacher student man woman voice bot system chair',
);
/** Verbs whose subject is a person. */
const SAYING = setOf(
  'said says asked asks told tells thinks thought wants wanted knows agreed agrees wrote writes replied',
  'answered explained mentioned suggested promised called insists insisted',
);
/** After these a clause begins, so a noun there would need an article before it. */
const CLAUSE_OPENERS = setOf(
  'and but so because then when if as what while although since whereas',
);
const CLAUSE_START = /(?:^|[.!?,;:…])["'“‘(]*\s*$/u;
const PART_OF_MORE = /[@/\\_#.\p{N}]$|\p{L}['’-]$/u;
const GOES_ON = /^(?:[@/\\_\p{N}-]|\.[\p{L}\p{N}]|['’](?!s\b)\p{L})/u;
const POSSESSIVE = /['’]s$/u;
const NAME = /^\p{Lu}\p{Ll}[\p{L}\p{M}]*$/u;

/**
 * A text in which the names of people and things that are known have their capital: "ada said" becomes "Ada
 * said". A name that is also a word ("will", "mark", "may") gets it only where no word could be: at the start of a
 * clause, right before a verb such as "said". English only; what has a capital already stays as it is.
 * @param names as they are written; those with digits and roles such as "Host" are no names
 */
export function withNameCapitals(text: string, names: readonly string[]): string {
  const known = wordsOfNames(names);
  if (known.size === 0 || !looksEnglish(text, '')) return text;
  const words = wordsIn(text);
  let [result, from] = ['', 0];
  for (const [at, word] of words.entries()) {
    const name = known.get(word.text.replace(POSSESSIVE, ''));
    if (name === undefined || !standsAlone(text, word)) continue;
    if (isCommonWord(name.toLowerCase()) && !isSubject(text, words, at)) continue;
    result += text.slice(from, word.start) + name;
    from = word.start + name.length;
  }
  return result + text.slice(from);
}

/** Each word of a name by its form in lower case. */
function wordsOfNames(names: readonly string[]): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const name of names) {
    if (/\p{N}/u.test(name)) continue;
    for (const { text, key } of wordsIn(name)) {
      if (NAME.test(text) && !ROLES.has(key) && !known.has(key)) known.set(key, text);
    }
  }
  return known;
}

function standsAlone(text: string, { start, end }: Word): boolean {
  if (PART_OF_MORE.test(text.slice(Math.max(0, start - 2), start))) return false;
  return !GOES_ON.test(text.slice(end, end + 3));
}

/** Whether a word begins a clause, and a verb follows that only a person can be the subject of. */
function isSubject(text: string, words: readonly Word[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  if (word === undefined || after === undefined || !SAYING.has(after.key)) return false;
  if (text.slice(word.end, after.start).trim() !== '') return false;
  if (CLAUSE_START.test(text.slice(0, word.start).slice(-20))) return true;
  return before !== undefined && CLAUSE_OPENERS.has(before.key);
}
