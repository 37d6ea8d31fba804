import { existsSync } from 'node:fs';
import {
  AGENTS,
  CASE_FLOORS,
  type CaseScore,
  precisionOf,
  readCaseFiles,
  recallOf,
  scoreCases,
} from '#agents';
import type { Evaluated, EvaluationOptions } from './options.ts';

/**
 * Scores the rules of each agent on its committed cases and prints a table; if it is asked for, also by kind.
 * @returns whether each agent reaches the floors in each of its files
 */
export function evaluateAgents({ isThorough }: EvaluationOptions): Evaluated {
  const rows = AGENTS.flatMap((agent) => {
    const folder = `libs/agents/src/${agent.name}/cases`;
    const files = existsSync(folder) ? readCaseFiles(folder) : [];
    return files.map(({ name, cases }) => {
      const { total, byKind } = scoreCases(agent, cases);
      return { title: `${agent.name}: ${name}`, total, byKind };
    });
  });
  for (const { title, total, byKind } of rows) {
    console.log(line(title, total));
    for (const [kind, score] of isThorough ? byKind : []) console.log(line(`  ${kind}`, score));
  }
  const figures = rows.map(({ title, total, byKind }) => ({
    ...{ title, total, byKind: Object.fromEntries(byKind) },
  }));
  return { met: rows.every(({ total }) => isMet(total)), figures };
}

function isMet(score: CaseScore): boolean {
  return precisionOf(score) >= CASE_FLOORS.precision && recallOf(score) >= CASE_FLOORS.recall;
}

const TITLE_WIDTH = 32;

function line(title: string, score: CaseScore): string {
  const { cases, found, expected, right, certain } = score;
  const precision = `precision ${precisionOf(score).toFixed(3)} (${right}/${certain})`;
  const recall = `recall ${recallOf(score).toFixed(3)} (${found}/${expected})`;
  return `${title.padEnd(TITLE_WIDTH)} ${String(cases).padStart(4)} cases  ${precision.padEnd(28)} ${recall}`;
}
