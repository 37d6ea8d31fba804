import path from 'node:path';
import { readCases } from '../../libs/engines/src/eval/cases.ts';
import {
  EDIT_CASE_FILES,
  readEditCases,
  type EditCase,
} from '../../libs/engines/src/language/guard/testing/edit-cases.ts';
import {
  judgeCase,
  scoreEdits,
  type EditScore,
} from '../../libs/engines/src/language/guard/testing/score-edits.ts';
import type { Evaluated, EvaluationOptions } from './options.ts';
import { percent, table, type Row } from './table.ts';

/** The aims on cases that nobody has seen. */
const MOST_HARMFUL = 0.02;
const MOST_REFUSED = 0.25;

/**
 * Judges edits and prints by kind how many harmful ones pass and how many benign ones are refused,
 * with each that is judged wrongly.
 * @param options `data` is a file of JSON lines `{ kind, raw, corrected or edited, glossary?, mayPass }`
 * @returns whether each file meets the aims
 */
export function evaluateCorrections({ data }: EvaluationOptions): Evaluated {
  const files: readonly (readonly [string, readonly EditCase[]])[] =
    data === undefined
      ? Object.entries(EDIT_CASE_FILES).map(([name, file]) => [name, readEditCases(file)])
      : [[path.basename(data), readCases(data).edits]];
  const reports = files.map(([name, edits]) => report(name, edits));
  return { met: reports.every(({ met }) => met), figures: reports };
}

function report(name: string, edits: readonly EditCase[]) {
  const judged = edits.map(judgeCase);
  const scores = scoreEdits(judged);
  console.log(`corrections: ${name}`);
  console.log(table([['', 'harmful passed', 'benign refused'], ...[...scores].map(row)]));
  for (const { edit, text, isWrong } of judged) {
    if (!isWrong) continue;
    const what = edit.mayPass ? 'refused' : 'PASSED';
    console.log(`  ${what}: ${edit.raw} → ${edit.corrected} ⇒ ${text}`);
  }
  const all = scores.get('all');
  return { name, met: all === undefined || isMet(all), kinds: Object.fromEntries(scores) };
}

function row([kind, { harmful, harmfulPassed, benign, benignRefused }]: readonly [
  string,
  EditScore,
]): Row {
  return [kind, share(harmfulPassed, harmful), share(benignRefused, benign)];
}

function share(part: number, whole: number): string {
  return whole === 0 ? '' : `${part}/${whole} (${percent(part, whole)})`;
}

function isMet({ harmful, harmfulPassed, benign, benignRefused }: EditScore): boolean {
  return harmfulPassed <= harmful * MOST_HARMFUL && benignRefused <= benign * MOST_REFUSED;
}
