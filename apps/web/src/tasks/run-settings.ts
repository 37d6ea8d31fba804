import type { Engines, Task, TaskTypeInfo } from '../api/types.ts';

/** Engines that a task may request. */
export interface OfferedEngines {
  /** The engine when none is requested. */
  readonly default: string;
  readonly available: readonly string[];
}

/** The engines for tasks of a type; `null` when the type uses no engine. */
export function enginesFor(
  { engine }: Pick<TaskTypeInfo, 'engine'>,
  engines: Engines,
): OfferedEngines | null {
  return engine === null ? null : engines[engine];
}

/**
 * Parses a language that a person entered.
 *
 * @returns The code in lower case, or `auto`; empty for empty input, and `null` for an invalid
 * code.
 */
export function languageOf(written: string): string | null {
  const code = written.trim().toLowerCase();
  return /^([a-z]{2}|auto)?$/.test(code) ? code : null;
}

/** The settings for a retry: only the chosen ones, so that the others stay unchanged. */
export function chosenSettings(engine: string, language: string): Task['settings'] {
  return { ...(engine === '' ? {} : { engine }), ...(language === '' ? {} : { language }) };
}

/**
 * Describes the settings of a task that differ from the defaults of the operator.
 *
 * @returns Such as `small, de` or `financial`; `null` when there are none.
 */
export function settingsInWords({ agent, engine, language }: Task['settings']): string | null {
  const words = [agent, engine, language].filter((word) => word !== undefined);
  return words.length === 0 ? null : words.join(', ');
}
