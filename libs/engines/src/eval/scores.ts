import { areaUnderCurve, PIN_CAP, precisionAt, type Ranked } from '#domain';
import type { Score, ScoreRequest } from '../language/language-engine.port.ts';
import { dialogueBefore, type Dialogue, type GradedTurn } from './dialogues.ts';
import { pseudoRandom } from './pseudo-random.ts';

/** How well something orders the turns of dialogues, each dialogue by itself. */
export interface Ordering {
  readonly name: string;
  /** Average over the dialogues, 0 to 1. */
  readonly areaUnderCurve: number;
  /** Of as many as may be pinned, those with the highest numbers: the share that matters. */
  readonly precisionOfPins: number;
}

/** From this importance on, a turn matters. */
const MATTERS_FROM = 2;

/** How an engine scores a memory. */
export type Scorer = (request: ScoreRequest) => Score | Promise<Score>;

type Numbers = (turn: GradedTurn, at: number, dialogue: Dialogue) => number | Promise<number>;

/** What needs no rules: an engine that does not beat them is of no use. */
const BASELINES: Readonly<Record<string, Numbers>> = {
  random: (_turn, at) => pseudoRandom(at),
  length: ({ text }) => text.length,
  recency: (_turn, at) => at,
};

/**
 * Measures the scores of an engine beside simple baselines.
 * @param name of the engine
 * @returns the engine first
 */
export async function measureScores(
  name: string,
  score: Scorer,
  dialogues: readonly Dialogue[],
): Promise<readonly Ordering[]> {
  const engine: Numbers = async ({ speaker, text }, at, dialogue) => {
    const narrative = `${speaker}: ${text}`;
    const scored = await score({ narrative, priorDialogue: dialogueBefore(dialogue, at) });
    return scored.value ?? scored.significance;
  };
  const all = Object.entries({ [name]: engine, ...BASELINES });
  return Promise.all(all.map(([each, numbers]) => orderingOf(each, numbers, dialogues)));
}

async function orderingOf(
  name: string,
  numbers: Numbers,
  dialogues: readonly Dialogue[],
): Promise<Ordering> {
  const ranked = await Promise.all(dialogues.map((dialogue) => rankedBy(numbers, dialogue)));
  // Without both kinds there is no order to get right.
  const usable = ranked.filter((turns) => new Set(turns.map((turn) => turn.isRelevant)).size === 2);
  return {
    name,
    areaUnderCurve: average(usable.map(areaUnderCurve)),
    precisionOfPins: average(usable.map((turns) => precisionAt(budgetOf(turns), turns))),
  };
}

/** One turn after the other, as a model that is asked has only so many slots. */
async function rankedBy(numbers: Numbers, dialogue: Dialogue): Promise<readonly Ranked[]> {
  const ranked: Ranked[] = [];
  for (const [at, turn] of dialogue.turns.entries()) {
    const value = await numbers(turn, at, dialogue);
    ranked.push({ value, isRelevant: turn.importance >= MATTERS_FROM });
  }
  return ranked;
}

/** A short dialogue has fewer turns that matter than may be pinned. */
function budgetOf(turns: readonly Ranked[]): number {
  return Math.min(PIN_CAP, turns.filter(({ isRelevant }) => isRelevant).length);
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
