import type { FactDate, FactDraft, SourceLine } from '#contracts/model';
import { findDates } from '../../text/dates.ts';
import { sentencesOf, type TextSpan } from '../../text/sentences.ts';
import { type AskingLine, askingLine, requestIn } from './request.ts';
import { volunteerFor } from './volunteers.ts';

const ACCEPTS =
  /^(?:(?:oh|ah|um|uh|well|hmm),? )?(?:sure|yes|yeah|yep|yup|ok|okay|will do|of course|no problem|not a problem|absolutely|alright|all right|definitely|gern|gerne|klar|na klar|ja|mache ich|mach ich|geht klar|wird gemacht|wird erledigt|selbstverständlich|natürlich|entendu|volontiers|ça marche|je m['’]en (?:occupe|charge)|de acuerdo|yo me encargo|oui|bien sûr|d['’]accord|sí|claro|vale|por supuesto|with pleasure|my pleasure|can do|i can do that|leave it (?:to|with) me|consider it done|on it|i will|i['’]ll do|gladly|happy to|certainly|you got it|fine)(?![\p{L}])/iu;
/** What denies nothing in an answer. */
const HARMLESS =
  /(?<![\p{L}])(?:not at all|no,? not at all|of course not|no (?:problem|worries|doubt|trouble)|not a problem|why not|kein problem|pas de problème|pas de souci|sin problema)(?![\p{L}])/giu;
const REFUSES =
  /(?<![\p{L}])(?:can['’]?t|cannot|won['’]?t|not|no|unfortunately|but|nicht|leider|aber|mais|malheureusement|pero|lo siento)(?![\p{L}])/iu;

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

/** A line with what is known of it once, whatever the number of its sentences. */
interface HeardLine {
  readonly source: SourceLine;
  readonly asking: AskingLine;
  readonly sentences: readonly TextSpan[];
  /** By sentence; `null` for one that asks for nothing. */
  readonly requests: readonly (FactDraft | null)[];
  /** The names of who is asked, in lower case; `null` for anybody. */
  readonly asked: ReadonlySet<string | null>;
  readonly isQuestion: boolean;
  readonly isAcceptance: boolean;
  readonly takesOne: boolean;
}

function heard(source: SourceLine, line: number): HeardLine {
  const sentences = sentencesOf(source.text);
  const asking = askingLine(source, line);
  const requests = sentences.map((sentence) => requestIn(sentence, asking));
  const asked = requests.flatMap((each) => (each ? [each.who?.toLowerCase() ?? null] : []));
  return {
    ...{ source, asking, sentences, requests, asked: new Set(asked) },
    isQuestion: source.text.includes('?'),
    isAcceptance: isAcceptance(source.text),
    takesOne: ONE_THING.test(source.text),
  };
}

/** What was asked for and taken on: in the next line, or in the next of who was asked by name. */
export function answersIn(sources: readonly SourceLine[]): readonly Answered[] {
  const lines = sources.map(heard);
  return lines.flatMap(({ sentences }, index) => {
    const answered = sentences.flatMap((_, sentence) => answerOf(lines, index, sentence) ?? []);
    const isOne = answered.some(({ at }) => lines[at]?.takesOne === true);
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
    .map((each) => {
      const on = each.request.on === null ? dateIn(each.answer) : null;
      const isBefore = each.request.line < first;
      return on || isBefore ? answerTo(each, on) : { ...each.request, who: nameIn(each) };
    });
}

/** Of a later answer the name that was called, because only that one is near the request. */
function nameIn({ request, answer, at }: Answered): string | null {
  return at === request.line + 1 ? answer.speaker : request.who;
}

/** What a sentence asks for, with the line that takes it on; `null` when nobody does. */
function answerOf(lines: readonly HeardLine[], index: number, sentence: number): Answered | null {
  const line = lines[index];
  const request = line?.requests[sentence] ?? null;
  const at = request?.who ? answerLine(request.who, lines, index) : index + 1;
  const answer = lines[at];
  if (!line || !answer?.source.speaker || answer.source.speaker === line.source.speaker)
    return null;
  if (request && answer.isAcceptance) {
    const isTheirs = mayBe(request.who, answer.source.speaker);
    return isTheirs ? { request, answer: answer.source, at } : null;
  }
  return volunteered(lines, index, sentence);
}

function volunteered(
  lines: readonly HeardLine[],
  index: number,
  sentence: number,
): Answered | null {
  const [line, next] = [lines[index], lines[index + 1]];
  const span = line?.sentences[sentence];
  if (!line || !span || !next?.source.speaker) return null;
  if (next.source.speaker === line.source.speaker) return null;
  const request = volunteerFor(span, next.source, line.asking);
  return request && { request, answer: next.source, at: index + 1 };
}

/** The next line of who was asked, unless another request or a question comes between. */
function answerLine(who: string, lines: readonly HeardLine[], index: number): number {
  const near = lines.slice(index + 1, index + 1 + REACH_LINES);
  const after = near.findIndex(({ source }) => mayBe(who, source.speaker));
  const isNewest = near
    .slice(0, Math.max(0, after))
    .every(
      ({ isQuestion, asked }) => !isQuestion && !asked.has(null) && !asked.has(who.toLowerCase()),
    );
  return after >= 0 && isNewest ? index + 1 + after : index + 1;
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

/** "Me. Friday": by when somebody takes on what was asked without a date. */
function dateIn({ text, date }: SourceLine): FactDate | null {
  const [first] = sentencesOf(text.slice(0, MOST_DATED));
  const second = sentencesOf(text.slice(first?.end ?? 0, MOST_DATED))[0];
  const near = `${first?.text ?? ''} ${second && second.text.length < SHORT ? second.text : ''}`;
  const [found] = findDates(near, date);
  return found && found.on.date >= date ? found.on : null;
}

/** A short answer names a date at its beginning. */
const MOST_DATED = 120;
const SHORT = 24;

/** The promise as the answer states it, with the words of the request. */
function answerTo({ request, answer, at }: Answered, on: FactDate | null): FactDraft {
  const [first] = sentencesOf(answer.text);
  const quote =
    on === null ? (first?.text ?? answer.text) : answer.text.slice(0, MOST_DATED).trim();
  return { ...request, line: at, quote, on, who: answer.speaker };
}
