import type { FactDraft, SourceLine } from '#contracts/model';
import { contentWordsIn, isNumeric } from '../../../text/content-words.ts';
import { standingOf } from '../claims/standing-of.ts';
import { cuesIn } from '../types/cues.ts';
import type { Asked } from './asked.ts';
import { askedPrice, askedQuote, namedIn } from '../types/question.rule.ts';
import { labelOf } from '../labels/label.rule.ts';
import { nounPhrase } from '../labels/noun-phrase.ts';
import { typeOf } from '../types/type.rule.ts';

/** What was said before a statement, as far as it explains it. */
export interface Context {
  /** Type and label of the question that it may answer, or of the heading that it stands under. */
  readonly asked: Asked | null;
  /** The sentence before it, in its line or the one before; `''` for the first one. */
  readonly before: string;
  /** Facts that were stated shortly before, one of which it may correct. */
  readonly recent: readonly FactDraft[];
}

/**
 * The fact that a correction is about: the latest one with a word of its label in the sentence. A
 * sentence that names nothing is about the fact that was stated last.
 * @param named the label of the sentence itself, `''` when it names nothing
 */
export function correctedBy(
  recent: readonly FactDraft[],
  sentence: string,
  named: string,
): FactDraft | null {
  const words = new Set(contentWordsIn(sentence).map(({ key }) => key));
  const isNamed = ({ label }: FactDraft) =>
    contentWordsIn(label).some((word) => !isNumeric(word) && words.has(word.key));
  const found = recent.findLast(isNamed);
  return found ?? (named === '' ? (recent.at(-1) ?? null) : null);
}

/** A longer line is no heading. */
const MAX_HEADING = 60;
/** Lines of a document that a heading may stand above. */
const HEADING_REACH = 30;

/** Begins a sentence that goes on about what was just said: "It is 430 euros." */
const GOES_ON =
  /^\s*(?:and |but |so )?(?:it|that|this|they|those|es|das|c['’]est|eso|son)(?:['’]s|['’]re)?(?!\p{L})/iu;
const ASKS_AMOUNT = /(?<!\p{L})(?:how much|wie viel|wieviel|combien|cuánto)(?!\p{L})/iu;

/**
 * The question just before a sentence, what it goes on about, or the heading above it.
 * @param before the sentence before it, in its line or the one before
 * @param beginsWithAmount whether the sentence is a fragment, such as "140 euros for all of them"
 */
export function askedBefore(
  lines: readonly SourceLine[],
  at: number,
  before: string,
  sentence: string,
  beginsWithAmount: boolean,
): Context['asked'] {
  if (lines[at]?.speaker === null) return headingAbove(lines, at);
  const last = before;
  if (standingOf(last).question) {
    return (
      askedPrice(last, subjectOf(last)) ?? askedQuote(last) ?? plainQuestion(last) ?? namedIn(last)
    );
  }
  const goesOn = beginsWithAmount || GOES_ON.test(sentence) || REFERS.test(sentence);
  if (!goesOn) return null;
  const spoken = /\d/.test(last) ? (last.split(NEW_CLAUSE).at(-1) ?? '') : last;
  return /\d/.test(spoken) ? null : (subjectOf(spoken) ?? topicOf(spoken, sentence));
}

const NEW_CLAUSE = /[,;:–—]\s+(?:(?:and|but|so|und|aber|et|mais|y|pero)\s)?/u;

/** "The staircase, God. 2,350 euros we paid for that": a pronoun stands for what was only named. */
function topicOf(text: string, sentence: string): Asked | null {
  if (text.length > MAX_TOPIC || !REFERS.test(sentence)) return null;
  const label = TOPIC.test(text) ? nounPhrase(text) : '';
  return label === '' ? null : { type: null, label };
}

const MAX_TOPIC = 40;
const TOPIC =
  /^\s*(?:and |so |oh |ah |und |et |y )?(?:the|our|that|die|der|das|unsere?|le|la|les|l['’]|el|los|las)(?!\p{L})|^\s*\p{Lu}\p{L}{3,},? (?:yes|yeah|yep|right|done|okay|ja|genau|oui|sí)(?!\p{L})/iu;
const REFERS =
  /(?<!\p{L})(?:(?:for|of|on) (?:it|that|them|this|those)|ordered (?:it|them)|bought (?:it|them)|dafür|darauf|pour ça|por eso)(?!\p{L})/iu;

/** "Yes.", "Not yet.": what follows answers what was asked before it. */
const MAX_INTERJECTION = 24;

/**
 * What was said just before a sentence.
 * @param lineBefore the last sentence of the line before; `null` when there is none
 * @param before the sentence before it in its line, `''` for the first one
 */
export function lastSaid(lineBefore: string | null, before: string): string {
  const isShort = before.length <= MAX_INTERJECTION && !/[\d?]/.test(before);
  if (!isShort || cuesIn(before).some(({ kind }) => kind !== 'be')) return before;
  return lineBefore ?? before;
}

/** "How much was the insurance?" */
function plainQuestion(question: string): Context['asked'] {
  return ASKS_AMOUNT.test(question)
    ? { type: 'expense', label: nounPhrase(plain(question)) }
    : null;
}

function plain(text: string): string {
  return text.replace(QUESTION_WORDS, '').replace(/[?¿]/g, '');
}

function headingAbove(lines: readonly SourceLine[], at: number): Context['asked'] {
  for (let index = at - 1; index >= Math.max(0, at - HEADING_REACH); index--) {
    const text = lines[index]?.text.trim() ?? '';
    const isHeading = text.length <= MAX_HEADING && !/\d{3}|[.;]$/.test(text);
    const subject = isHeading ? subjectOf(text.replace(/^#+\s*/, '')) : null;
    if (subject !== null) return { ...subject, label: '' };
  }
  return null;
}

function subjectOf(text: string): Asked | null {
  const clause = plain(text);
  if (cuesIn(clause).every(({ kind }) => kind === 'be')) return null;
  const about = { amount: null, hasRate: false, isAhead: false, bound: 'exact' } as const;
  const type = typeOf({ clause, ...about });
  const label = labelOf({ clause, amount: null, dates: [], who: null });
  return type === null ? null : { type, label };
}

const QUESTION_WORDS =
  /^\s*¿?(?:and |so |but )?(?:(?:what|how much|how many|wie viel|wieviel|was|combien|cuánto|qué)\s)?(?:(?:did|does|do|is|was|are|were|has|have|hat|haben|kostet|a)\s)?(?:(?:we|you|they|he|she|wir|ihr|sie|on|vous)\s)?/iu;
