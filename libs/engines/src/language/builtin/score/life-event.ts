import { isNegatedOrHypothetical, tellsFiction } from './guards.ts';
import { LIFE_EVENTS, type LifeEvent } from './life-events.table.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Utterance } from './utterance.ts';

const YES =
  /^(?:(?:oh|um|well)[\s,]+)*(?:yes|yeah|yep|yup|of course|absolutely|i do|i will|i did|i am|we are|we did|she did|he did|definitely|positive)\b/iu;
const NO = /^(?:(?:oh|um|well)[\s,]+)*(?:no|nope|never|i don't|i won't|i can't|i didn't)\b/iu;
/** Who is glad for somebody else repeats what that one has told. */
const CONGRATULATION =
  /\b(?:congrat\p{L}*|happy for (?:you|him|her|them)|proud of you|glad (?:that )?you|well done|good for you|sorry (?:to hear|for your|about your))\b/iu;

/** A life event that an utterance tells of. */
export interface Told {
  /** What the reason says: `tells of a death or a loss`. */
  readonly says: string;
  /** Whether it has happened or will; otherwise somebody has asked for it, and the answer is no. */
  readonly isTrue: boolean;
}

/**
 * The life event that an utterance tells of, in its own words or as the answer to a question.
 * @returns `null` when it tells of none: denied, hypothetical and fictional ones do not count
 */
export function lifeEventIn(utterance: Utterance, before: readonly string[]): Told | null {
  const answer = answeredEvent(utterance);
  if (answer !== null) return answer;
  if (before.some(tellsFiction)) return null;
  const factual = utterance.sentences.filter(
    (sentence) =>
      !sentence.endsWith('?') && !tellsFiction(sentence) && !CONGRATULATION.test(sentence),
  );
  const found = LIFE_EVENTS.find((event) => factual.some((sentence) => tells(sentence, event)));
  return found === undefined ? null : { says: `it tells of ${found.names}`, isTrue: true };
}

/** "Yes" to "Will you marry me?" tells of an engagement. */
function answeredEvent({ question, text: answer }: Utterance): Told | null {
  if (question === '' || tellsFiction(question)) return null;
  const last = sentencesOf(question).at(-1) ?? '';
  const asked = LIFE_EVENTS.find(({ pattern }) => last.match(pattern) !== null);
  if (asked === undefined) return null;
  if (YES.test(answer))
    return { says: `it says yes to a question about ${asked.names}`, isTrue: true };
  if (!NO.test(answer)) return null;
  return { says: `it says no to a question about ${asked.names}`, isTrue: false };
}

function tells(sentence: string, { pattern }: LifeEvent): boolean {
  return Array.from(sentence.matchAll(pattern)).some(
    ({ 0: found, index }) => !isNegatedOrHypothetical(sentence, index, found),
  );
}
