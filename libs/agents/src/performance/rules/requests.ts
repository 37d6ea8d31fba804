import type { FactDate, FactDraft, Passage, SourceLine } from '#contracts/model';
import { findDates } from '../../text/dates.ts';
import { sentencesOf, type TextSpan } from '../../text/sentences.ts';
import { labelOf } from './label.ts';
import { atStart } from './pattern.ts';
import { withoutFillers } from './fillers.ts';
import { workVerb } from './verbs.ts';

const ASK = '(?:can|could|will|would) you (?:please |also |maybe |kindly )?(?<what>[^?]+?)';

/** With the name of whom is asked first, last, or not at all. */
const REQUESTS = [
  atStart(`(?:hey )?(?!(?:and|but|so)[ ,])(?<who>\\p{L}+),? ${ASK}\\?`),
  atStart(`${ASK}, (?<who>\\p{L}+)\\?`),
  atStart(`${ASK}\\?`),
];
const ACCEPTS =
  /^(?:sure|yes|yeah|yep|ok|okay|will do|of course|no problem|absolutely|consider it done|on it|i will|i['’]ll do|gladly|happy to|certainly|you got it|fine)(?![\p{L}])/iu;
const REFUSES = /(?<![\p{L}])(?:can['’]?t|cannot|won['’]?t|not|no|unfortunately|but)(?![\p{L}])/iu;

/**
 * What somebody asked another person for, and that person took on in the next line. It is stated
 * twice: by the request, which has the words and the day, and by the answer, which makes it certain.
 */
export function readRequests({ lines }: Passage): readonly FactDraft[] {
  return lines.flatMap((line, index) => {
    const answer = lines[index + 1];
    if (!answer?.speaker || answer.speaker === line.speaker || !isAcceptance(answer.text))
      return [];
    return sentencesOf(line.text).flatMap((sentence) => {
      const request = requestIn(sentence, line, index);
      if (!request || !mayBe(request.who, answer.speaker)) return [];
      return [request, answerTo(request, answer, index + 1)];
    });
  });
}

function isAcceptance(text: string): boolean {
  const first = text.slice(0, 80);
  return ACCEPTS.test(first) && !REFUSES.test(first);
}

/** Whether a speaker may be who was asked, by the whole name or the first one. */
function mayBe(asked: string | null, speaker: string | null): boolean {
  const [name, who] = [speaker?.toLowerCase() ?? '', asked?.toLowerCase()];
  return who === undefined || name === who || name.startsWith(`${who} `);
}

function requestIn(sentence: TextSpan, source: SourceLine, line: number): FactDraft | null {
  const text = `${withoutFillers(sentence.text.replace(/\?.*$/su, '')).text}?`;
  if (!sentence.text.includes('?')) return null;
  const found = REQUESTS.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups);
  const what = found?.['what'] ?? '';
  const label =
    workVerb(/^\p{L}+/u.exec(what)?.[0] ?? '') === null ? null : labelOf(what, source.date);
  if (label === null) return null;
  return {
    ...{ line, quote: sentence.text, type: 'commitment', label, value: null },
    ...{ on: dateIn(sentence, source), who: found?.['who'] ?? null, status: 'open' },
    ...{ category: null, certainty: 'certain', corrects: false },
  };
}

function answerTo(request: FactDraft, { text, speaker }: SourceLine, line: number): FactDraft {
  const isWholeName = request.who === null || request.who.toLowerCase() === speaker?.toLowerCase();
  const quote = sentencesOf(text)[0]?.text ?? text;
  return { ...request, line, quote, on: null, who: isWholeName ? speaker : null };
}

function dateIn({ start, end }: TextSpan, { text, date }: SourceLine): FactDate | null {
  const dates = findDates(text, date);
  return dates.find((found) => found.start >= start && found.end <= end)?.on ?? null;
}
