import type { Score, ScoreRequest } from '../language-engine.port.ts';
import { BIAS, FEATURES } from './score/features.table.ts';
import { lifeEventIn } from './score/life-event.ts';
import { LEVELS, NOTABLE_FROM, PIVOTAL_FROM, significanceOf } from './score/rubric.ts';
import { triviality } from './score/trivial.ts';
import { utterancesOf, type Utterance } from './score/utterance.ts';

/** What a greeting or an acknowledgement adds to the number. */
const TRIVIAL = -2;
/** By how much the strongest of those that tell of a life event are above the weakest. */
const LIFE_EVENT_RANGE = 0.1;
/** Number of texts before an utterance that may say that it tells of a film. */
const NEAR_TEXTS = 2;
const REASONS = 2;

/** An utterance with its number, and what speaks for it, the strongest first. */
interface Weighed {
  readonly value: number;
  readonly reasons: readonly string[];
}

/**
 * Scores a memory by the utterance in it that says most; see `RUBRIC_VERSION`. Other utterances do not
 * add to it, so that a passage does not matter more because it is longer.
 */
export function score({ narrative, priorDialogue }: ScoreRequest): Score {
  const utterances = utterancesOf(narrative, priorDialogue);
  const texts = [
    ...priorDialogue.slice(-NEAR_TEXTS).map(({ text }) => text),
    ...utterances.map(({ text }) => text),
  ];
  const first = texts.length - utterances.length;
  const weighed = utterances.map((utterance, n) =>
    weigh(utterance, texts.slice(Math.max(0, first + n - NEAR_TEXTS), first + n)),
  );
  const [strongest = NOTHING] = weighed.toSorted((one, other) => other.value - one.value);
  return scoreOf(strongest);
}

const NOTHING: Weighed = { value: BIAS + TRIVIAL, reasons: ['there are no words in it'] };

/** @param before the texts before the utterance, which may say that it tells of a film */
function weigh(utterance: Utterance, before: readonly string[]): Weighed {
  const counted = FEATURES.map(({ weight, usual, says, count }) => {
    const amount = Math.log1p(count(utterance));
    return { says, adds: weight * amount, above: weight * (amount - usual) };
  });
  const plain = BIAS + counted.reduce((sum, { adds }) => sum + adds, 0);
  const reasons = counted
    .filter(({ adds, above }) => adds > 0 && above > 0)
    .sort((one, other) => other.above - one.above)
    .map(({ says }) => says);
  const told = lifeEventIn(utterance, before);
  if (told !== null) {
    const floor = told.isTrue ? PIVOTAL_FROM : NOTABLE_FROM;
    const value = Math.max(plain, floor + LIFE_EVENT_RANGE / (1 + Math.exp(-plain)));
    return { value, reasons: [told.says, ...reasons] };
  }
  const trivial = triviality(utterance.text);
  if (trivial !== null) return { value: plain + TRIVIAL, reasons: [trivial] };
  return { value: plain, reasons };
}

function scoreOf({ value, reasons }: Weighed): Score {
  const significance = significanceOf(value);
  const named = reasons.slice(0, REASONS);
  const because = named.length > 0 ? named.join(', and ') : 'it says little that is new';
  return { significance, value: rounded(value), reason: `${LEVELS[significance]}: ${because}.` };
}

/** To what the rubric can tell apart; the last bits of a sum depend on its order. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
