import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readDialogues, type Dialogue } from '../../libs/engines/src/eval/dialogues.ts';
import { measureScores, type Ordering, type Scorer } from '../../libs/engines/src/eval/scores.ts';
import { score } from '../../libs/engines/src/language/builtin/score.ts';
import { ModelEngine } from '../../libs/engines/src/language/model.engine.ts';
import type { EvaluationOptions } from './options.ts';

const CASES = fileURLToPath(
  new URL('../../libs/engines/src/language/builtin/score/cases', import.meta.url),
);
/** Of the committed dialogues, and of any other: public long conversations gave 0.85 and 0.83. */
const FLOORS = { areaUnderCurve: 0.82, precisionOfPins: 0.75 };

/**
 * Orders the turns of dialogues by the scores of each engine, and prints them beside simple baselines.
 * A model is measured too if it is named.
 * @returns whether the builtin engine reaches its floors and beats the baselines
 */
export async function evaluateSignificance(options: EvaluationOptions): Promise<boolean> {
  const { data, json } = options;
  const dialogues = readDialogues(data ?? CASES);
  const turns = dialogues.reduce((sum, dialogue) => sum + dialogue.turns.length, 0);
  console.log(`significance: ${dialogues.length} dialogues, ${turns} turns`);
  const [builtin, ...others] = await orderings(dialogues, options);
  if (builtin === undefined) return false;
  for (const each of [builtin, ...others]) console.log(line(each));
  if (json !== undefined) await writeFile(json, JSON.stringify([builtin, ...others], null, 2));
  const better = others
    .filter(({ name }) => !name.includes(':'))
    .every((each) => each.areaUnderCurve < builtin.areaUnderCurve);
  return better && isMet(builtin);
}

async function orderings(
  dialogues: readonly Dialogue[],
  options: EvaluationOptions,
): Promise<readonly Ordering[]> {
  const builtin = await measureScores('builtin', score, dialogues);
  const model = modelOf(options);
  if (model === null) return builtin;
  const [measured] = await measureScores(model.name, model.score, dialogues);
  return measured === undefined ? builtin : [...builtin, measured];
}

/** A model, asked as the product asks it. */
function modelOf({ model, modelUrl, modelKey }: EvaluationOptions) {
  if (model === undefined || modelUrl === undefined) return null;
  const engine = new ModelEngine({
    ...{ provider: 'openai-compatible', checks: [], baseUrl: modelUrl },
    ...{ model, apiKey: modelKey ?? null },
    ...{ timeoutMs: 120_000, structuredOutputs: true, maxSummaryCharacters: 24_000 },
  });
  const { signal } = new AbortController();
  const scorer: Scorer = (request) => engine.score(request, { signal });
  return { name: `model: ${model}`, score: scorer };
}

function isMet({ areaUnderCurve, precisionOfPins }: Ordering): boolean {
  return areaUnderCurve >= FLOORS.areaUnderCurve && precisionOfPins >= FLOORS.precisionOfPins;
}

const NAME_WIDTH = 24;

function line({ name, areaUnderCurve, precisionOfPins }: Ordering): string {
  const area = `area under the curve ${areaUnderCurve.toFixed(3)}`;
  return `  ${name.padEnd(NAME_WIDTH)} ${area}  precision of the pins ${precisionOfPins.toFixed(3)}`;
}
