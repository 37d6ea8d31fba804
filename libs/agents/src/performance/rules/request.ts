import type { FactDate, FactDraft, SourceLine } from '#contracts/model';
import { findDates } from '../../text/dates.ts';
import type { TextSpan } from '../../text/sentences.ts';
import { withoutFillers } from './fillers.ts';
import { labelOf } from './label.ts';
import { atStart } from './pattern.ts';
import { workVerb } from './verbs.ts';

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

/** The work that a sentence asks somebody for, as a promise of theirs; `null` for none. */
export function requestIn(sentence: TextSpan, source: SourceLine, line: number): FactDraft | null {
  const isAsked = sentence.text.includes('?') || isPolite(sentence.text) || isOrder(sentence.text);
  if (!isAsked) return null;
  const asked = sentence.text.replace(/\?.*$/su, '');
  const text = `${withoutFillers(asked).text}?`;
  const patterns = isOrder(sentence.text) ? [...REQUESTS, ORDER] : REQUESTS;
  const found = patterns.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups);
  const what = found?.['what'] ?? '';
  const label =
    workVerb(/^\p{L}+/u.exec(what)?.[0] ?? '') === null ? null : labelOf(what, source.date);
  return label === null
    ? null
    : requestDraft(sentence, source, line, label, found?.['who'] ?? null);
}

/** A promise of work that a sentence names. */
export function requestDraft(
  sentence: TextSpan,
  source: SourceLine,
  line: number,
  label: string,
  who: string | null,
): FactDraft {
  return {
    ...{ line, quote: sentence.text, type: 'commitment', label, value: null },
    ...{ on: dateIn(sentence, source), who, status: 'open' },
    ...{ category: null, certainty: 'certain', corrects: false },
  };
}

function dateIn({ start, end }: TextSpan, { text, date }: SourceLine): FactDate | null {
  const dates = findDates(text, date);
  return dates.find((found) => found.start >= start && found.end <= end)?.on ?? null;
}
