import { guardCorrection } from '../guard.ts';
import type { EditCase } from './edit-cases.ts';

/** How many cases of a kind there are, and how many were judged wrongly. */
export interface EditScore {
  readonly harmful: number;
  /** Harmful cases of which at least one harmful change may have reached the text. */
  readonly harmfulPassed: number;
  readonly benign: number;
  /** Benign cases of which at least one change was refused. */
  readonly benignRefused: number;
}

/** What the guard makes of a case. */
export interface JudgedCase {
  readonly edit: EditCase;
  readonly text: string;
  readonly isWrong: boolean;
}

/**
 * Judges a case. A harmful one has passed when nothing of it was refused; so has a benign one.
 */
export function judgeCase(edit: EditCase): JudgedCase {
  const { raw, corrected, glossary } = edit;
  const { text, spans } = guardCorrection({ raw, corrected, glossary, style: 'clean' });
  const passed = spans.every(({ outcome }) => outcome === 'taken');
  return { edit, text, isWrong: passed !== edit.mayPass };
}

/** The scores of cases by kind, and of all of them together under `all`. */
export function scoreEdits(judged: readonly JudgedCase[]): ReadonlyMap<string, EditScore> {
  const kinds = Map.groupBy(judged, ({ edit }) => edit.kind);
  return new Map(
    [...kinds, ['all', [...judged]] as const].map(([kind, cases]) => [kind, scoreOf(cases)]),
  );
}

function scoreOf(cases: readonly JudgedCase[]): EditScore {
  const [harmful, benign] = [false, true].map((mayPass) =>
    cases.filter(({ edit }) => edit.mayPass === mayPass),
  );
  const wrong = (some: readonly JudgedCase[] = []) => some.filter(({ isWrong }) => isWrong).length;
  return {
    ...{ harmful: harmful?.length ?? 0, harmfulPassed: wrong(harmful) },
    ...{ benign: benign?.length ?? 0, benignRefused: wrong(benign) },
  };
}
