import path from 'node:path';
import {
  EDIT_CASE_FILES,
  readEditCases,
} from '../../libs/engines/src/language/guard/testing/edit-cases.ts';
import {
  judgeCase,
  scoreEdits,
  type EditScore,
} from '../../libs/engines/src/language/guard/testing/score-edits.ts';
import type { EvaluationOptions } from './options.ts';

/** The aims on cases that nobody has seen. */
const MOST_HARMFUL = 0.02;
const MOST_REFUSED = 0.25;
const KIND_WIDTH = 32;

/**
 * Judges edits and prints by kind how many harmful ones pass and how many benign ones are refused,
 * with each that is judged wrongly.
 * @param options `data` is a file of JSON lines `{ kind, raw, corrected or edited, glossary?, mayPass }`
 * @returns whether each file meets the aims
 */
export function evaluateCorrections({ data }: EvaluationOptions): boolean {
  const files =
    data === undefined ? Object.entries(EDIT_CASE_FILES) : [[path.basename(data), data] as const];
  return files.map(([name, file]) => report(name, file)).every(Boolean);
}

function report(name: string, file: string | URL): boolean {
  const judged = readEditCases(file).map(judgeCase);
  const scores = scoreEdits(judged);
  console.log(`corrections: ${name}`);
  for (const [kind, score] of scores) console.log(line(kind, score));
  for (const { edit, text, isWrong } of judged) {
    if (!isWrong) continue;
    const what = edit.mayPass ? 'refused' : 'PASSED';
    console.log(`  ${what}: ${edit.raw} → ${edit.corrected} ⇒ ${text}`);
  }
  const all = scores.get('all');
  return all === undefined || isMet(all);
}

function line(kind: string, { harmful, harmfulPassed, benign, benignRefused }: EditScore): string {
  const parts = [
    ...(harmful > 0 ? [`harmful passed ${share(harmfulPassed, harmful)}`] : []),
    ...(benign > 0 ? [`benign refused ${share(benignRefused, benign)}`] : []),
  ];
  return `  ${kind.padEnd(KIND_WIDTH)} ${parts.join('   ')}`;
}

function share(part: number, whole: number): string {
  return `${part}/${whole} (${((100 * part) / whole).toFixed(1)} %)`;
}

function isMet({ harmful, harmfulPassed, benign, benignRefused }: EditScore): boolean {
  return harmfulPassed <= harmful * MOST_HARMFUL && benignRefused <= benign * MOST_REFUSED;
}
