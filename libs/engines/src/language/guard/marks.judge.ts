import type { CorrectionRefusal, CorrectionRule } from '#contracts/model';
import { isNegation } from '../builtin/text/numbers.ts';
import type { GuardElement, GuardText } from './elements.ts';
import { AUXILIARIES, BOUND_FORWARD, FUNCTION_WORDS, SUBJECTS, setOf } from './function-words.ts';

/** What is between two words, as heard and in the answer of an engine. */
export interface Gap {
  readonly heard: string;
  readonly now: string;
  readonly answer: GuardText;
  /** Index of the element after it in the answer. */
  readonly at: number;
}

/** The marks and spaces to take, and the rule; or why those that were heard stay. */
export type GapVerdict =
  | { readonly kind: 'taken'; readonly rule: CorrectionRule }
  | { readonly kind: 'refused'; readonly reason: CorrectionRefusal };

/** The marks that a correction may add, change and take away. */
const MARKS = /^[\s.,;:!?…()[\]¿¡。，！？、；：«»"“”„'’‘–—-]*$/u;
const QUOTES = /["“”„«»]|(?<!\p{L})['‘’]|['‘’](?!\p{L})/gu;
const SPEECH_BREAK = /[.,;:!?…。，！？、；：–—]/u;
/** Where a sentence ends, so that what is before and after it is told apart. */
const FULL_STOP = /[.!?…。！？]/u;
const QUESTION_WORDS = setOf('what who whom whose which when where why how');
const OPENERS = setOf('and but so or okay ok well um uh oh yeah then now right');
const TAGS = setOf(
  "right okay huh correct isn't-it aren't-they don't-you do-you doesn't-it won't-you",
);
/** How far into a sentence the verb of a question may be: "how many of the people are". */
const FARTHEST_VERB = 5;
/** Words after which "no" is an answer, not a determiner. */
const AFTER_NO = setOf('i you he she it we they that this there the not no thanks');

/** Judges a change of marks: a question stays one, and no mark may move what a negation is about. */
export function judgeMarks(gap: Gap): GapVerdict {
  const [before, after] = [bare(gap.heard), bare(gap.now)];
  if (before === after) return spacing(gap);
  if (!MARKS.test(gap.heard) || !MARKS.test(gap.now)) return refused('mark_changed');
  if (count(gap.heard, QUOTES) !== count(gap.now, QUOTES)) return refused('mark_changed');
  if (!keepsQuestion(gap, before, after)) return refused('question_changed');
  if (!keepsScope(gap, before, after)) return refused('mark_changed');
  return { kind: 'taken', rule: 'punctuation' };
}

function spacing({ heard, now }: Gap): GapVerdict {
  const lines = [heard, now].map((text) => count(text, /\n/gu));
  return lines[0] === lines[1] ? { kind: 'taken', rule: 'spacing' } : refused('mark_changed');
}

function bare(gap: string): string {
  return gap
    .replace(/\s+/gu, '')
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/[？]/gu, '?');
}

function keepsQuestion(gap: Gap, before: string, after: string): boolean {
  const [was, is] = [before.includes('?'), after.includes('?')];
  if (was === is)
    return is || !FULL_STOP.test(after) || FULL_STOP.test(before) || !invertsSubject(gap);
  return is && !/[.!]/u.test(before) && looksLikeQuestion(gap);
}

function keepsScope({ answer, at }: Gap, before: string, after: string): boolean {
  const [last, next] = [answer.elements[at - 1], answer.elements[at]];
  const [had, has] = [SPEECH_BREAK.test(before), SPEECH_BREAK.test(after)];
  if (last === undefined || next === undefined) return true;
  if (isNumber(last) && isNumber(next)) return false;
  if (had === has) return true;
  const follower = next.key.split("'")[0] ?? '';
  if (last.key === 'no') return has && AFTER_NO.has(follower);
  // "I did not say that he left" is one statement, which a break would make two of.
  if (last.key === 'that' && SUBJECTS.has(follower)) return had;
  const isLetter = last.text.length === 1 && last.text !== last.key;
  if ((BOUND_FORWARD.has(last.key) && !isLetter) || last.key.endsWith("n't")) return false;
  return has || !BOUND_FORWARD.has(next.key) || !isNegation(next.key);
}

function isNumber({ kind }: GuardElement): boolean {
  return kind === 'number';
}

/** The sentence of the answer that ends with a gap, without words that only open it. */
function sentenceBefore({ answer, at }: Gap): readonly string[] {
  let from = at - 1;
  while (from > 0 && !FULL_STOP.test(answer.gap(from))) from -= 1;
  const keys = answer.elements.slice(from, at).map(({ key }) => key);
  const first = keys.findIndex((key) => !OPENERS.has(key));
  return first < 0 ? keys : keys.slice(first);
}

/** "can we ship it": only a question has that order. */
function invertsSubject(gap: Gap): boolean {
  const [first = '', second = ''] = sentenceBefore(gap);
  return AUXILIARIES.has(first) && SUBJECTS.has(second);
}

function looksLikeQuestion(gap: Gap): boolean {
  const sentence = sentenceBefore(gap);
  const [first = '', second = ''] = sentence;
  if (TAGS.has(sentence.at(-1) ?? '') || TAGS.has(sentence.slice(-2).join('-'))) return true;
  if (AUXILIARIES.has(first)) return !FUNCTION_WORDS.has(second) || !AUXILIARIES.has(second);
  const [word = '', verb] = first.split("'");
  if (QUESTION_WORDS.has(word) && verb !== undefined) return true;
  if (/^(?:what|who|where|how)s$/u.test(first)) return true;
  if (!QUESTION_WORDS.has(first)) return false;
  const verbAt = sentence.slice(1, 1 + FARTHEST_VERB).findIndex((key) => AUXILIARIES.has(key));
  const subjectAt = sentence.slice(1, 1 + FARTHEST_VERB).findIndex((key) => SUBJECTS.has(key));
  return sentence.length <= 2 || (verbAt >= 0 && (subjectAt < 0 || verbAt < subjectAt));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function refused(reason: CorrectionRefusal): GapVerdict {
  return { kind: 'refused', reason };
}
