import { partsOfEngineName, type LanguageEngineName } from '#contracts/model';
import { LANGUAGE_TASK_TYPES, sharesRun, type LanguageTaskType } from '#contracts/tasks';
import type { Config, EnginesNamed } from '#platform';
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

/** The engines that settings name. */
export function enginesNamed({ language, speech }: Config): EnginesNamed {
  return { language: language.named, speech: speech.models };
}

/**
 * The names of the available speech engines; settings say which is the default.
 * @throws Error when it is not available
 */
export function speechEngineNames(
  definitions: readonly AnyEngineDefinition[],
  config: Config,
): EngineNames<string> {
  const named = enginesNamed(config);
  const names = speechDefinitions(definitions).flatMap((each) => [
    ...each.names(config.engineSettings, named),
  ]);
  const available = named.speech.map(({ name }) => name).filter((name) => names.includes(name));
  const [first] = named.speech;
  const defaultName = available[0];
  if (defaultName === undefined || defaultName !== first?.name) {
    throw new Error(`The speech engine ${first?.name ?? ''} is not available.`);
  }
  return { default: defaultName, available };
}

/**
 * The languages that a speech engine knows, as ISO 639-1.
 * @returns `null` for many, and for an engine that is not available
 */
export function languagesOfSpeech(
  definitions: readonly AnyEngineDefinition[],
  config: Config,
  engine: string,
): readonly string[] | null {
  const named = enginesNamed(config);
  const [abilities] = speechDefinitions(definitions)
    .filter(({ names }) => names(config.engineSettings, named).includes(engine))
    .map((definition) => definition.abilities.of(engine));
  return abilities?.languages ?? null;
}

/** The language engines that tasks may request, and those of tasks that request none. */
export interface LanguageEngineNames extends EngineNames<LanguageEngineName> {
  /** The engine of each task type for tasks that request none. */
  readonly ofType: Readonly<Record<LanguageTaskType, LanguageEngineName>>;
}

/** The names of the available language engines; settings say which are the defaults. */
export function languageEngineNames(
  definitions: readonly AnyEngineDefinition[],
  config: Config,
): LanguageEngineNames {
  const { engineSettings, language } = config;
  const named = enginesNamed(config);
  const available = languageDefinitions(definitions).flatMap(({ names }) =>
    names(engineSettings, named),
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
