import { fileURLToPath } from 'node:url';
import { readCases } from '../../libs/engines/src/eval/cases.ts';
import { dialoguesOf, type Dialogue } from '../../libs/engines/src/eval/dialogues.ts';
import { plainCall, type MeasuredEngine } from '../../libs/engines/src/eval/measured-engine.ts';
import { measureScores, type Ordering } from '../../libs/engines/src/eval/scores.ts';
import { withEngines } from './engines.ts';
import type { Evaluated, EvaluationOptions } from './options.ts';
import { decimal, table } from './table.ts';

const CASES = fileURLToPath(
  new URL('../../libs/engines/src/language/builtin/score/cases', import.meta.url),
);
/** Of the committed dialogues, and of any other: public long conversations gave 0.85 and 0.83. */
const FLOORS = { areaUnderCurve: 0.82, precisionOfPins: 0.75 };

/**
 * Orders the turns of dialogues by the scores of each engine, and prints them beside simple baselines.
 * @returns whether the builtin engine reaches its floors and beats the baselines
 */
export async function evaluateSignificance(options: EvaluationOptions): Promise<Evaluated> {
  const dialogues = dialoguesOf(readCases(options.data ?? CASES).conversations);
  const turns = dialogues.reduce((sum, dialogue) => sum + dialogue.turns.length, 0);
  console.log(`significance: ${dialogues.length} dialogues, ${turns} turns`);
  const { engines, baselines } = await withEngines(options, (all) => measure(all, dialogues));
  const [builtin] = engines;
  const rows = [...engines, ...baselines].map(rowOf);
  console.log(table([['', 'area under the curve', 'precision of the pins'], ...rows]));
  const isBest = baselines.every((each) => each.areaUnderCurve < (builtin?.areaUnderCurve ?? 0));
  const met = isBest && builtin !== undefined && isMet(builtin);
  return { met, figures: { engines, baselines } };
}

async function measure(all: readonly MeasuredEngine[], dialogues: readonly Dialogue[]) {
  const engines: Ordering[] = [];
  let baselines: readonly Ordering[] = [];
  for (const { name, engine } of all) {
    const measured = await measureScores(
      name,
      (request) => engine.score(request, plainCall()),
      dialogues,
    );
    engines.push(...measured.slice(0, 1));
    baselines = measured.slice(1);
  }
  return { engines, baselines };
}

function isMet({ areaUnderCurve, precisionOfPins }: Ordering): boolean {
  return areaUnderCurve >= FLOORS.areaUnderCurve && precisionOfPins >= FLOORS.precisionOfPins;
}

function rowOf({ name, areaUnderCurve, precisionOfPins }: Ordering) {
  return [name, decimal(areaUnderCurve), decimal(precisionOfPins)] as const;
}
