import { partsOfEngineName, type LanguageEngineName } from '#contracts/model';
import { LANGUAGE_TASK_TYPES, sharesRun, type LanguageTaskType } from '#contracts/tasks';
import type { Config } from '#platform';
import type { LanguageEngineDefinition } from './language/define-language-engine.ts';
import type { SpeechEngineDefinition } from './speech/define-speech-engine.ts';

/** An engine of either kind. */
export type AnyEngineDefinition = LanguageEngineDefinition | SpeechEngineDefinition;

/** The names by which tasks request the engines of one kind. */
export interface EngineNames<Name extends string> {
  /** The engine for tasks that request none. */
  readonly default: Name;
  readonly available: readonly Name[];
}

/**
 * The names of the available speech engines; the first one is the default.
 * @throws Error when no speech engine is available
 */
export function speechEngineNames(
  definitions: readonly AnyEngineDefinition[],
  { engineSettings }: Config,
): EngineNames<string> {
  const available = speechDefinitions(definitions).flatMap(({ names }) =>
    names(engineSettings, []),
  );
  const [defaultName] = available;
  if (defaultName === undefined) throw new Error('No speech engine is available.');
  return { default: defaultName, available };
}

/** The language engines that tasks may request, and those of tasks that request none. */
export interface LanguageEngineNames extends EngineNames<LanguageEngineName> {
  /** The engine of each task type for tasks that request none. */
  readonly ofType: Readonly<Record<LanguageTaskType, LanguageEngineName>>;
}

/** The names of the available language engines; settings say which are the defaults. */
export function languageEngineNames(
  definitions: readonly AnyEngineDefinition[],
  { engineSettings, language }: Config,
): LanguageEngineNames {
  const available = languageDefinitions(definitions).flatMap(({ names }) =>
    names(engineSettings, language.named),
  );
  return { default: language.engine, available, ofType: language.engines };
}

/**
 * Whether the engine of a task type that shares the run of its entity is costly: its answers take long,
 * or money.
 */
export function isSharedWorkCostly(
  definitions: readonly AnyEngineDefinition[],
  { language }: Config,
): boolean {
  const used = LANGUAGE_TASK_TYPES.filter(sharesRun).map((type) => language.engines[type]);
  const providers = used.map((name) => partsOfEngineName(name).provider);
  return languageDefinitions(definitions).some(
    ({ name, costly }) => providers.includes(name) && costly,
  );
}

/** The definitions of speech engines. */
export function speechDefinitions(
  definitions: readonly AnyEngineDefinition[],
): readonly SpeechEngineDefinition[] {
  return definitions.filter((definition) => definition.kind === 'speech');
}

/** The definitions of language engines. */
export function languageDefinitions(
  definitions: readonly AnyEngineDefinition[],
): readonly LanguageEngineDefinition[] {
  return definitions.filter((definition) => definition.kind === 'language');
}
