import type { FactDate, FactDraft, Passage, SourceLine } from '#contracts/model';
import { findDates } from '../../text/dates.ts';
import { sentencesOf, type TextSpan } from '../../text/sentences.ts';
import { labelOf } from './label.ts';
import { atStart } from './pattern.ts';
import { withoutFillers } from './fillers.ts';

const REQUEST = atStart(
  '(?:hey )?(?<who>\\p{L}+),? (?:can|could|will|would) you (?:please |also |maybe )?(?<what>[^?]+)\\?',
);
const REQUEST_NAME_LAST = atStart(
  '(?:can|could|will|would) you (?:please |also |maybe )?(?<what>[^?]+), (?<who>\\p{L}+)\\?',
);
const ACCEPTS =
  /^(?:sure|yes|yeah|yep|ok|okay|will do|of course|no problem|absolutely|consider it done|on it|i will|i['’]ll do|gladly|happy to|certainly|you got it|fine)(?![\p{L}])/iu;
const REFUSES = /(?<![\p{L}])(?:can['’]?t|cannot|won['’]?t|not|no|unfortunately|but)(?![\p{L}])/iu;

/** What somebody asked a person for by name, and that person took on in the next line. */
export function readRequests({ lines }: Passage): readonly FactDraft[] {
  return lines.flatMap((line, index) => {
    const answer = lines[index + 1];
    if (!answer?.speaker || !isAcceptance(answer.text)) return [];
    return sentencesOf(line.text).flatMap((sentence) => {
      const draft = requestIn(sentence, line, index);
      return draft && isSpeaker(draft.who, answer.speaker) ? [draft] : [];
    });
  });
}

function isAcceptance(text: string): boolean {
  const first = text.slice(0, 80);
  return ACCEPTS.test(first) && !REFUSES.test(first);
}

function isSpeaker(who: string | null, speaker: string | null): boolean {
  const name = speaker?.toLowerCase() ?? '';
  return who !== null && (name === who.toLowerCase() || name.startsWith(`${who.toLowerCase()} `));
}

function requestIn(sentence: TextSpan, source: SourceLine, line: number): FactDraft | null {
  const text = `${withoutFillers(sentence.text.replace(/\?.*$/su, '')).text}?`;
  const groups = (REQUEST.exec(text) ?? REQUEST_NAME_LAST.exec(text))?.groups;
  const label = groups ? labelOf(groups['what'] ?? '', source.date) : null;
  if (!groups || label === null) return null;
  return {
    line,
    quote: sentence.text,
    type: 'commitment',
    label,
    value: null,
    on: dateIn(sentence, source),
    who: groups['who'] ?? null,
    status: 'open',
    category: null,
    certainty: 'certain',
    corrects: false,
  };
}

function dateIn({ start, end }: TextSpan, { text, date }: SourceLine): FactDate | null {
  const dates = findDates(text, date);
  return dates.find((found) => found.start >= start && found.end <= end)?.on ?? null;
}
