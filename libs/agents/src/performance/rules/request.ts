import type { FactDraft, SourceLine } from '#contracts/model';
import { findDates, type FoundDate } from '../../text/dates.ts';
import type { TextSpan } from '../../text/sentences.ts';
import { splitClauses } from '../../text/split-clauses.ts';
import { withoutFillers } from './fillers.ts';
import { isMeetingWork, isPrivate } from './english/work.ts';
import { foreignRequest } from './foreign-requests.ts';
import { labelOf } from './label.ts';
import { atStart } from './pattern.ts';
import { workVerb } from './verbs.ts';
import { within } from './within.ts';

const ASK =
  "(?:(?:can|could|will|would) you(?! mind )|(?:is there )?any chance (?:that )?you (?:could|can)|(?:do you think|d['’]you think) you (?:could|can)|(?:can|could|may) (?:i|we) ask you to|would you be able to|are you able to|would you mind(?= \\p{L}+ing ))(?: please| also| maybe| kindly| possibly| quickly)* (?<what>[^?]+?)";

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

/** The work that a sentence, or its last clause, asks somebody for; `null` for none. */
export function requestIn(sentence: TextSpan, asking: AskingLine): FactDraft | null {
  if (!isAsking(sentence.text)) return null;
  const last = splitClauses(sentence.text).at(-1);
  return (
    requestOf(sentence, asking) ??
    (last && last.start > 0 ? requestOf(shifted(last, sentence.start), asking) : null)
  );
}

function isAsking(text: string): boolean {
  return text.includes('?') || isPolite(text) || isOrder(text);
}

function shifted({ text, start, end }: TextSpan, by: number): TextSpan {
  return { text, start: start + by, end: end + by };
}

function requestOf(sentence: TextSpan, asking: AskingLine): FactDraft | null {
  const asked = sentence.text.replace(/\?.*$/su, '');
  const text = `${withoutFillers(asked).text}?`;
  const patterns = isOrder(sentence.text) ? [...REQUESTS, ORDER] : REQUESTS;
  const found = patterns.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups);
  const what = found?.['what'] ?? '';
  if (isWorkAsked(what)) return requestDraft(sentence, asking, what, found?.['who'] ?? null);
  const foreign = foreignRequest(text);
  return foreign && requestDraft(sentence, asking, foreign.what, foreign.who);
}

/** A verb of work, or "have the plan ready". */
function isWorkAsked(what: string): boolean {
  if (isMeetingWork(what) || isPrivate(what)) return false;
  const verb = /^\p{L}+/u.exec(what)?.[0] ?? '';
  return (
    workVerb(verb) !== null ||
    /^have (?:a (?:look|word|go)|.{1,60} (?:ready|done|finished|set up|\p{L}{3,}ed|for (?:me|us)))(?![\p{L}])/iu.test(
      what,
    )
  );
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
