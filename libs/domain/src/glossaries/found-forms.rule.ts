import type { GlossaryEntry } from '#contracts/model';

/** A place of a text where a term is not in its spelling. */
export interface FoundForm {
  /** In UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** What belongs there. */
  readonly term: string;
}

/** The forms of terms by their words. */
export interface FormIndex {
  readonly byWords: ReadonlyMap<string, Form>;
  /** Words of the longest form. */
  readonly widest: number;
}

interface Form {
  readonly term: string;
  /** Whether it is the term itself, which is looked for so that no part of it is taken for a form. */
  readonly isTerm: boolean;
}

/** Which forms of an entry count. */
export interface FormOptions {
  /** Whether a term counts as a form where only its capitals differ. */
  readonly capitals: boolean;
}

interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Scripts without spaces between words: each of their letters can begin or end one. */
const UNSPACED = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}';
const WORDS = new RegExp(`[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+`, 'gu');
const ONE_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');
/** What may be between the words of a form; nothing, between letters of a script without spaces. */
const BETWEEN = /^(?:\.?\s{1,8}|[-‐‑'’])$/u;
/** "kyto" in an address, in code, or in "o'kyto" and "kyto'll", which are other words. */
const PART_OF_MORE = /[@/\\_#]$|\p{L}['’]$|[^\s.]\.$/u;
const GOES_ON = /^(?:[@/\\_]|\.[\p{L}\p{N}]|['’](?!s(?![\p{L}\p{M}\p{N}]))[\p{L}\p{M}])/u;
const SENTENCE_START = /(?:^|[.!?…。！？]["'”’)\]]?\s{1,8})["'“‘(]?$/u;

/** Builds the index of the forms of entries; the first entry with a form has it. */
export function formIndex(entries: readonly GlossaryEntry[], { capitals }: FormOptions): FormIndex {
  const byWords = new Map<string, Form>();
  let widest = 0;
  const add = (text: string, form: Form): void => {
    const words = wordsOf(text);
    const key = keyOf(words);
    const before = byWords.get(key);
    // A form may differ from its term in marks only: "St John" and "St. John".
    const isOther = before !== undefined && (before.term !== form.term || !before.isTerm);
    if (key === '' || isOther) return;
    byWords.set(key, form);
    widest = Math.max(widest, words.length);
  };
  for (const { term } of entries) add(term, { term, isTerm: !capitals });
  for (const { term, soundsLike } of entries) {
    for (const form of soundsLike) add(form, { term, isTerm: false });
  }
  return { byWords, widest };
}

/**
 * The places of a text in which terms are in another spelling than theirs: as whole words, in any case, the
 * longest first. A place that is right already is none, nor is a part of an address or of another word.
 * It takes time in proportion to the text.
 */
export function foundForms(text: string, { byWords, widest }: FormIndex): readonly FoundForm[] {
  const words = wordsOf(text);
  const found: FoundForm[] = [];
  for (let first = 0; first < words.length; first += 1) {
    for (let count = Math.min(widest, runFrom(text, words, first, widest)); count > 0; count -= 1) {
      const some = words.slice(first, first + count);
      const form = byWords.get(keyOf(some));
      if (form === undefined || !standsAlone(text, some)) continue;
      found.push(...replacement(text, some, form));
      first += count - 1;
      break;
    }
  }
  return found;
}

/** The text with its terms in their spelling. */
export function withTermsAt(text: string, found: readonly FoundForm[]): string {
  let [result, from] = ['', 0];
  for (const { start, end, term } of found) {
    result += text.slice(from, start) + term;
    from = end;
  }
  return result + text.slice(from);
}

function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORDS), ({ 0: word, index }) => ({
    key: word.normalize('NFC').toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}

function keyOf(words: readonly Word[]): string {
  return words.map(({ key }) => key).join(' ');
}

/** How many words follow each other as those of one form do. */
function runFrom(text: string, words: readonly Word[], first: number, most: number): number {
  let count = 1;
  while (count < most) {
    const [last, next] = [words[first + count - 1], words[first + count]];
    if (last === undefined || next === undefined) break;
    const between = text.slice(last.end, next.start);
    const isRun = between === '' ? isUnspaced(last) || isUnspaced(next) : BETWEEN.test(between);
    if (!isRun) break;
    count += 1;
  }
  return count;
}

function isUnspaced({ key }: Word): boolean {
  return ONE_UNSPACED.test(key);
}

function standsAlone(text: string, words: readonly Word[]): boolean {
  const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
  if (PART_OF_MORE.test(text.slice(Math.max(0, start - 2), start))) return false;
  return !GOES_ON.test(text.slice(end, end + 3));
}

function replacement(text: string, words: readonly Word[], form: Form): readonly FoundForm[] {
  const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
  if (form.isTerm) return [];
  const before = text.slice(Math.max(0, start - 12), start);
  const opens = /^\p{Lu}/u.test(text.slice(start)) && SENTENCE_START.test(before);
  const term = opens ? capitalised(form.term) : form.term;
  return text.slice(start, end) === term ? [] : [{ start, end, term }];
}

function capitalised(term: string): string {
  const [first = ''] = term;
  return first.toUpperCase() + term.slice(first.length);
}
