import { endsWithAbbreviation } from '../text/abbreviations.ts';
import type { Edit, Surroundings, TextRule } from './edits.ts';

/** "i" as a word of its own or in "i'm"; not "i.e.", "(i)", "for i in" or "i = 0". */
const LONE_I =
  /(?<![\p{L}\p{N}'’.\-_/@#\\(])(?<!\bfor )i(?=['’](?:m|ll|ve|d)\b|\s+\p{L}|[,?!;:…](?:\s|$)|\.(?:\s|$)|\s*$)/gu;
/** What precedes is looked at only where a word starts, so that the time is linear. */
const SENTENCE_START = /(?<=\s)(?=\p{Ll})(?<=(\S+)[.!?]["')\]]?\s+)\p{Ll}[\p{L}\p{N}'’_.@/-]*/gu;
const TEXT_START = /^(\s*["'“(]?)(\p{Ll}[^\s]*)/u;
const ENDED = /(?:^|[.!?…:]["'”’)\]]*)$/u;
/** A word whose casing must not change: a name like "iPhone", an address, or code. */
const FIXED_CASING = /\p{Lu}|[\p{N}_@/\\]|\.\p{L}|^(?:https?|www)\b/u;

/** Capitalises the start of sentences and the pronoun "i". All other words stay unchanged. */
export const casingRule: TextRule = {
  find: (text, surroundings) => {
    if (!surroundings.english || text.includes('```')) return [];
    const start = textStart(text, surroundings);
    const edits = [...start, ...sentenceStarts(text), ...loneI(text)];
    return withoutDuplicates(edits.sort((one, other) => one.start - other.start));
  },
};

/** The first word is capitalised only when the preceding text ends with a completed sentence. */
function textStart(text: string, { before }: Surroundings): readonly Edit[] {
  if (!ENDED.test(before.trimEnd())) return [];
  const [, lead = '', word = ''] = TEXT_START.exec(text) ?? [];
  return word === '' || FIXED_CASING.test(word) ? [] : [capital(lead.length, word)];
}

function sentenceStarts(text: string): readonly Edit[] {
  return Array.from(text.matchAll(SENTENCE_START)).flatMap(({ 0: word, 1: last = '', index }) => {
    // The next word has no capital, so it does not say that the sentence has ended.
    const continues =
      last.endsWith('.') || endsWithAbbreviation(last) || /(?:^|[^\p{L}])\p{L}$/u.test(last);
    return continues || FIXED_CASING.test(word) ? [] : [capital(index, word)];
  });
}

function loneI(text: string): readonly Edit[] {
  return Array.from(text.matchAll(LONE_I), ({ index }) => capital(index, 'i'));
}

function capital(start: number, word: string): Edit {
  return { start, end: start + 1, text: word.charAt(0).toUpperCase() };
}

function withoutDuplicates(edits: readonly Edit[]): readonly Edit[] {
  return edits.filter(({ start }, n) => start !== edits[n - 1]?.start);
}
