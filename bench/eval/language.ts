import { COMMITTED_CONVERSATIONS, readCases } from '../../libs/engines/src/eval/cases.ts';
import { missedFloors } from '../../libs/engines/src/eval/floors.ts';
import {
  measureLanguage,
  type LanguageResult,
} from '../../libs/engines/src/eval/language-result.ts';
import { withEngines } from './engines.ts';
import { languageRows } from './language-rows.ts';
import { withMemory } from './memory.ts';
import type { Evaluated, EvaluationOptions } from './options.ts';
import { table } from './table.ts';

/** What one engine has made of the cases, and the most memory of the process meanwhile. */
export interface MeasuredLanguage extends LanguageResult {
  readonly peakMebibytes: number;
}

/**
 * Lets each engine correct, score and summarise conversations, and prints the results side by side.
 * @returns whether the builtin engine reaches its floors in the committed cases; others have none
 */
export async function evaluateLanguage(options: EvaluationOptions): Promise<Evaluated> {
  const cases = readCases(options.data ?? COMMITTED_CONVERSATIONS);
  const results = await withEngines(options, async (engines) => {
    const all: MeasuredLanguage[] = [];
    for (const engine of engines) {
      const { result, peakMebibytes } = await withMemory(() => measureLanguage(engine, cases));
      all.push({ ...result, peakMebibytes });
    }
    return all;
  });
  const [builtin] = results;
  if (builtin === undefined) return { met: false, figures: [] };
  console.log(`language: ${builtin.conversations} conversations, ${builtin.turns} turns`);
  console.log(table(languageRows(results)));
  const missed = options.data === undefined ? missedFloors(builtin) : [];
  for (const floor of missed) console.log(`  NOT met: ${floor}`);
  return { met: missed.length === 0, figures: results };
}
