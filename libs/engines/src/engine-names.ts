import type { LanguageEngineName } from '#contracts/model';
import type { Config } from '#platform';
import type { LanguageEngineDefinition } from './language/define-language-engine.ts';
import type { SpeechEngineDefinition } from './speech/define-speech-engine.ts';

/** An engine of either kind. */
export type AnyEngineDefinition = LanguageEngineDefinition | SpeechEngineDefinition;

/** The engines of one kind by the names by which tasks ask for them. */
export interface EngineNames<Name extends string> {
  /** For tasks that ask for none. */
  readonly default: Name;
  readonly available: readonly Name[];
}

/**
 * The speech engines that are available; the first of all is the default.
 * @throws Error when there is none
 */
export function speechEngineNames(
  definitions: readonly AnyEngineDefinition[],
  { engineSettings }: Config,
): EngineNames<string> {
  const available = speechDefinitions(definitions).flatMap(({ names }) => names(engineSettings));
  const [usual] = available;
  if (usual === undefined) throw new Error('No speech engine is available.');
  return { default: usual, available };
}

/** The language engines that are available; `AFTERWORD_LANGUAGE_ENGINE` is the default. */
export function languageEngineNames(
  definitions: readonly AnyEngineDefinition[],
  { engineSettings, language }: Config,
): EngineNames<LanguageEngineName> {
  const available = languageDefinitions(definitions).flatMap(({ names }) => names(engineSettings));
  return { default: language.engine, available };
}

/** The speech engines among all. */
export function speechDefinitions(
  definitions: readonly AnyEngineDefinition[],
): readonly SpeechEngineDefinition[] {
  return definitions.filter((definition) => definition.kind === 'speech');
}

/** The language engines among all. */
export function languageDefinitions(
  definitions: readonly AnyEngineDefinition[],
): readonly LanguageEngineDefinition[] {
  return definitions.filter((definition) => definition.kind === 'language');
}
