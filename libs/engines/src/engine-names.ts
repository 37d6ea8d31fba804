import type { LanguageEngineName } from '#contracts/model';
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
  const available = speechDefinitions(definitions).flatMap(({ names }) => names(engineSettings));
  const [defaultName] = available;
  if (defaultName === undefined) throw new Error('No speech engine is available.');
  return { default: defaultName, available };
}

/** The names of the available language engines; `AFTERWORD_LANGUAGE_ENGINE` is the default. */
export function languageEngineNames(
  definitions: readonly AnyEngineDefinition[],
  { engineSettings, language }: Config,
): EngineNames<LanguageEngineName> {
  const available = languageDefinitions(definitions).flatMap(({ names }) => names(engineSettings));
  return { default: language.engine, available };
}

/** Whether the default language engine is costly: its answers take long, or money. */
export function isLanguageCostly(
  definitions: readonly AnyEngineDefinition[],
  { language }: Config,
): boolean {
  return languageDefinitions(definitions).some(
    ({ name, costly }) => name === language.engine && costly,
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
