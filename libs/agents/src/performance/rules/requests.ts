import type { FactDate, FactDraft, SourceLine } from '#contracts/model';
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
  atStart('(?:hey )?(?<who>\\p{L}+),? please (?<what>[^?]+?)\\?'),
];

const ACCEPTS =
  /^(?:(?:oh|ah|um|uh|well|hmm),? )?(?:sure|yes|yeah|yep|yup|ok|okay|will do|of course|no problem|not a problem|absolutely|alright|all right|definitely|gern|gerne|klar|ja|mache ich|mach ich|natürlich|oui|bien sûr|d['’]accord|sí|claro|vale|por supuesto|with pleasure|my pleasure|can do|i can do that|leave it (?:to|with) me|consider it done|on it|i will|i['’]ll do|gladly|happy to|certainly|you got it|fine)(?![\p{L}])/iu;
/** What denies nothing in an answer. */
const HARMLESS =
  /(?<![\p{L}])(?:no (?:problem|worries|doubt|trouble)|not a problem|why not|kein problem|pas de problème|sin problema)(?![\p{L}])/giu;
const REFUSES = /(?<![\p{L}])(?:can['’]?t|cannot|won['’]?t|not|no|unfortunately|but)(?![\p{L}])/iu;

/**
 * What somebody asked another person for, and that person took on in the next line. The request has
 * the words and the day; when it was before the passage, the answer states it.
 * @param first index of the first line that facts are read from
 */
export function readRequests(lines: readonly SourceLine[], first: number): readonly FactDraft[] {
  return lines.flatMap((line, index) => {
    const answer = lines[index + 1];
    if (!answer?.speaker || answer.speaker === line.speaker || index + 1 < first) return [];
    const isAccepted = isAcceptance(answer.text);
    return sentencesOf(line.text).flatMap((sentence) => {
      const request =
        (isAccepted ? requestIn(sentence, line, index) : null) ??
        volunteerFor(sentence, answer, index, line);
      if (!request || !mayBe(request.who, answer.speaker)) return [];
      return [
        index < first ? answerTo(request, answer, index + 1) : { ...request, who: answer.speaker },
      ];
    });
  });
}

/** "Who is doing the survey?", answered by "I'll do it". */
const WHO_DOES =
  /^who(?:['’]s| is| will| can| could| wants to| would like to| takes| does)(?: going to)? (?<what>[^?]+?)\?/iu;
const VOLUNTEERS =
  /^(?:i['’]?ll(?: do| take| handle|$|[.!,])|i will|i can(?: do| take|$|[.!,])|me[.!]?$|let me|that['’]s me|i['’]?m (?:on it|doing (?:it|that)))/iu;

function volunteerFor(
  { text, ...place }: TextSpan,
  answer: SourceLine,
  line: number,
  source: SourceLine,
): FactDraft | null {
  const answered = withoutFillers(answer.text).text.slice(0, 80);
  const what = WHO_DOES.exec(withoutFillers(text.replace(/\?.*$/su, '')).text + '?')?.groups?.[
    'what'
  ];
  if (what === undefined || !text.includes('?') || !VOLUNTEERS.test(answered)) return null;
  const label = labelOf(what, source.date);
  return label === null ? null : draftOf({ text, ...place }, source, line, label, null);
}

function isAcceptance(text: string): boolean {
  const first = text
    .slice(0, 80)
    .replace(HARMLESS, (words) => (text.startsWith(words) ? 'ok' : ''));
  return ACCEPTS.test(first) && !REFUSES.test(first);
}

/** Whether a speaker may be who was asked, by the whole name or the first one. */
function mayBe(asked: string | null, speaker: string | null): boolean {
  const [name, who] = [speaker?.toLowerCase() ?? '', asked?.toLowerCase()];
  return who === undefined || name === who || name.startsWith(`${who} `);
}

/** "Tom, please upload the files": without a name it may be meant for anybody. */
function isPolite(text: string): boolean {
  return /^(?:hey )?\p{L}+,? please /iu.test(text);
}

function requestIn(sentence: TextSpan, source: SourceLine, line: number): FactDraft | null {
  const text = `${withoutFillers(sentence.text.replace(/\?.*$/su, '')).text}?`;
  if (!sentence.text.includes('?') && !isPolite(sentence.text)) return null;
  const found = REQUESTS.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups);
  const what = found?.['what'] ?? '';
  const label =
    workVerb(/^\p{L}+/u.exec(what)?.[0] ?? '') === null ? null : labelOf(what, source.date);
  return label === null ? null : draftOf(sentence, source, line, label, found?.['who'] ?? null);
}

function draftOf(
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

function answerTo(request: FactDraft, { text, speaker }: SourceLine, line: number): FactDraft {
  const quote = sentencesOf(text)[0]?.text ?? text;
  return { ...request, line, quote, on: null, who: speaker };
}

function dateIn({ start, end }: TextSpan, { text, date }: SourceLine): FactDate | null {
  const dates = findDates(text, date);
  return dates.find((found) => found.start >= start && found.end <= end)?.on ?? null;
}
