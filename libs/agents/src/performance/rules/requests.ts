import type { FactDraft, SourceLine } from '#contracts/model';
import { sentencesOf, type TextSpan } from '../../text/sentences.ts';
import { withoutFillers } from './fillers.ts';
import { labelOf } from './label.ts';
import { requestDraft, requestIn } from './request.ts';

const ACCEPTS =
  /^(?:(?:oh|ah|um|uh|well|hmm),? )?(?:sure|yes|yeah|yep|yup|ok|okay|will do|of course|no problem|not a problem|absolutely|alright|all right|definitely|gern|gerne|klar|ja|mache ich|mach ich|natürlich|oui|bien sûr|d['’]accord|sí|claro|vale|por supuesto|with pleasure|my pleasure|can do|i can do that|leave it (?:to|with) me|consider it done|on it|i will|i['’]ll do|gladly|happy to|certainly|you got it|fine)(?![\p{L}])/iu;
/** What denies nothing in an answer. */
const HARMLESS =
  /(?<![\p{L}])(?:no (?:problem|worries|doubt|trouble)|not a problem|why not|kein problem|pas de problème|sin problema)(?![\p{L}])/giu;
const REFUSES = /(?<![\p{L}])(?:can['’]?t|cannot|won['’]?t|not|no|unfortunately|but)(?![\p{L}])/iu;

/** An answer to who was asked by name comes within so many lines. */
const REACH_LINES = 4;

/** "I'll do that" is about one thing: the newest that was asked for. */
const ONE_THING = /(?<![\p{L}])(?:do|take|handle) (?:it|that|this)(?![\p{L}])/iu;

/** What somebody asked another person for, and that person took on. */
export interface Answered {
  /** It has the words and the day. */
  readonly request: FactDraft;
  readonly answer: SourceLine;
  /** Line of the answer. */
  readonly at: number;
}

/** What was asked for and taken on: in the next line, or in the next of who was asked by name. */
export function answersIn(lines: readonly SourceLine[]): readonly Answered[] {
  return lines.flatMap((line, index) => {
    const answered = sentencesOf(line.text).flatMap(
      (sentence) => answerOf(sentence, lines, index) ?? [],
    );
    const isOne = answered.some(({ answer }) => ONE_THING.test(answer.text));
    return isOne ? answered.slice(-1) : answered;
  });
}

/**
 * The promises that answers make. When the request was before the passage, the answer states it.
 * @param first index of the first line that facts are read from
 */
export function requestsOf(answered: readonly Answered[], first: number): readonly FactDraft[] {
  return answered
    .filter(({ at }) => at >= first)
    .map((each) =>
      each.request.line < first ? answerTo(each) : { ...each.request, who: nameIn(each) },
    );
}

/** Of a later answer the name that was called, because only that one is near the request. */
function nameIn({ request, answer, at }: Answered): string | null {
  return at === request.line + 1 ? answer.speaker : request.who;
}

/** What a sentence asks for, with the line that takes it on; `null` when nobody does. */
function answerOf(
  sentence: TextSpan,
  lines: readonly SourceLine[],
  index: number,
): Answered | null {
  const line = lines[index];
  const next = lines[index + 1];
  if (!line || !next) return null;
  const request = requestIn(sentence, line, index);
  const at = request?.who ? answerLine(request.who, lines, index) : index + 1;
  const answer = lines[at];
  if (!answer?.speaker || answer.speaker === line.speaker) return null;
  if (request && isAcceptance(answer.text)) {
    return mayBe(request.who, answer.speaker) ? { request, answer, at } : null;
  }
  const volunteered = volunteerFor(sentence, next, index, line);
  const isOther = next.speaker !== null && next.speaker !== line.speaker;
  return volunteered && isOther ? { request: volunteered, answer: next, at: index + 1 } : null;
}

/** The next line of who was asked, unless another request or a question comes between. */
function answerLine(who: string, lines: readonly SourceLine[], index: number): number {
  const near = lines.slice(index + 1, index + 1 + REACH_LINES);
  const after = near.findIndex(({ speaker }) => mayBe(who, speaker));
  const between = near.slice(0, Math.max(0, after));
  const isNewest = between.every(
    (line, at) =>
      !line.text.includes('?') &&
      !sentencesOf(line.text).some((each) => isRequestTo(who, each, line, index + at)),
  );
  return after >= 0 && isNewest ? index + 1 + after : index + 1;
}

function isRequestTo(who: string, sentence: TextSpan, line: SourceLine, at: number): boolean {
  const request = requestIn(sentence, line, at);
  return request !== null && (request.who === null || mayBe(request.who, who));
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
  return label === null ? null : requestDraft({ text, ...place }, source, line, label, null);
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

function answerTo({ request, answer, at }: Answered): FactDraft {
  const quote = sentencesOf(answer.text)[0]?.text ?? answer.text;
  return { ...request, line: at, quote, on: null, who: answer.speaker };
}
