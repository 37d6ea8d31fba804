import type { FactDraft, SourceLine } from '#contracts/model';
import { findDates, type FoundDate } from '../../text/dates.ts';
import type { TextSpan } from '../../text/sentences.ts';
import { withoutFillers } from './fillers.ts';
import { labelOf } from './label.ts';
import { atStart } from './pattern.ts';
import { workVerb } from './verbs.ts';
import { within } from './within.ts';

const ASK = '(?:can|could|will|would) you (?:please |also |maybe |kindly )?(?<what>[^?]+?)';

/** With the name of whom is asked first, last, or not at all. */
const REQUESTS = [
  atStart(`(?:hey )?(?!(?:and|but|so)[ ,])(?<who>\\p{L}+),? ${ASK}\\?`),
  atStart(`${ASK}, (?<who>\\p{L}+)\\?`),
  atStart(`${ASK}\\?`),
  atStart('(?:hey )?(?<who>\\p{L}+),? please (?<what>[^?]+?)\\?'),
  atStart('please (?<what>[^?,]+), (?<who>\\p{L}+)\\?'),
];
const ORDER = atStart('(?:hey )?(?<who>\\p{L}+), (?<what>[^?]+?)\\?');

/** "Tom, please upload the files": without a name it may be meant for anybody. */
function isPolite(text: string): boolean {
  return (
    /^(?:hey )?\p{L}+,? please /iu.test(text) || /^please [^,]{1,120}, \p{L}+[.!]?$/iu.test(text)
  );
}

/** "Tom, upload the files": a name, a comma, and a verb of work in its base form. */
function isOrder(text: string): boolean {
  const verb = /^(?:hey )?\p{Lu}\p{L}+, (\p{L}+) /u.exec(text)?.[1]?.toLowerCase();
  return verb !== undefined && workVerb(verb) === verb;
}

/** A line in which people are asked, and the dates in it, which are found once, when one is needed. */
export interface AskingLine {
  readonly source: SourceLine;
  /** Its place among the lines. */
  readonly line: number;
  readonly dates: () => readonly FoundDate[];
}

/** @param line its place among the lines */
export function askingLine(source: SourceLine, line: number): AskingLine {
  let dates: readonly FoundDate[] | null = null;
  return { source, line, dates: () => (dates ??= findDates(source.text, source.date)) };
}

/** The work that a sentence asks somebody for, as a promise of theirs; `null` for none. */
export function requestIn(sentence: TextSpan, asking: AskingLine): FactDraft | null {
  const isAsked = sentence.text.includes('?') || isPolite(sentence.text) || isOrder(sentence.text);
  if (!isAsked) return null;
  const asked = sentence.text.replace(/\?.*$/su, '');
  const text = `${withoutFillers(asked).text}?`;
  const patterns = isOrder(sentence.text) ? [...REQUESTS, ORDER] : REQUESTS;
  const found = patterns.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups);
  const what = found?.['what'] ?? '';
  if (workVerb(/^\p{L}+/u.exec(what)?.[0] ?? '') === null) return null;
  return requestDraft(sentence, asking, what, found?.['who'] ?? null);
}

/** A promise of work that a sentence names; `null` when its words name nothing. */
export function requestDraft(
  { text, start, end }: TextSpan,
  { source, line, dates }: AskingLine,
  what: string,
  who: string | null,
): FactDraft | null {
  const label = labelOf(what, source.date);
  if (label === null) return null;
  return {
    ...{ line, quote: text, type: 'commitment', label, value: null },
    ...{ on: within(dates(), start, end)[0]?.on ?? null, who, status: 'open' },
    ...{ category: null, certainty: 'certain', corrects: false },
  };
}
