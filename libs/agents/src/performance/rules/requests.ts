import type { FactDraft, Passage } from '#contracts/model';
import { findDates } from '../../text/dates.ts';
import { sentencesOf } from '../../text/sentences.ts';
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
    return sentencesOf(line.text).flatMap(({ text }) => {
      const draft = requestIn(text, line.date, index);
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

function requestIn(sentence: string, date: string, line: number): FactDraft | null {
  const text = withoutFillers(sentence.replace(/\?.*$/su, '')) + '?';
  const groups = (REQUEST.exec(text) ?? REQUEST_NAME_LAST.exec(text))?.groups;
  const label = groups ? labelOf(groups['what'] ?? '', date) : null;
  if (!groups || label === null) return null;
  return {
    line,
    quote: sentence,
    type: 'commitment',
    label,
    value: null,
    on: findDates(sentence, date)[0]?.on ?? null,
    who: groups['who'] ?? null,
    status: 'open',
    category: null,
    certainty: 'certain',
    corrects: false,
  };
}
