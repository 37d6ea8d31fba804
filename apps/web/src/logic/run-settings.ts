import type { Engines, Task, TaskTypeInfo } from '../api/types.ts';

/** Engines that a task may ask for. */
export interface OfferedEngines {
  /** What it gets when it asks for none. */
  readonly default: string;
  readonly available: readonly string[];
}

/** The engines for tasks of a type; `null` when no engine does their work. */
export function enginesFor(
  { engine }: Pick<TaskTypeInfo, 'engine'>,
  engines: Engines,
): OfferedEngines | null {
  return engine === null ? null : engines[engine];
}

/**
 * A language as a person wrote it.
 *
 * @returns Its code in small letters, or `auto`; empty when nothing was written, and `null` when it
 * is no code.
 */
export function languageOf(written: string): string | null {
  const code = written.trim().toLowerCase();
  return /^([a-z]{2}|auto)?$/.test(code) ? code : null;
}

/** What a retry asks for: only what was chosen, for the rest stays as the task has it. */
export function chosenSettings(engine: string, language: string): Task['settings'] {
  return { ...(engine === '' ? {} : { engine }), ...(language === '' ? {} : { language }) };
}

/**
 * How the runs of a task differ from what the operator has set, for people.
 *
 * @returns Such as `small, de`; `null` when they do not.
 */
export function settingsInWords({ engine, language }: Task['settings']): string | null {
  const words = [engine, language].filter((word) => word !== undefined);
  return words.length === 0 ? null : words.join(', ');
}
