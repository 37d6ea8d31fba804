import type { LanguageEngineName } from '#contracts/model';
import type { EngineDefinition, EngineSettingsSchema, GivenSettings } from '#platform';
import type { EngineContext, EngineCreator } from '../engine-context.ts';
import type { RuleThreads } from '../rules/rule-threads.ts';
import type { LanguageEngine } from './language-engine.port.ts';

/** Dependencies of a language engine at its creation. */
export interface LanguageEngineContext extends EngineContext {
  /** Where an engine of rules does its work. Who has made the threads ends them. */
  readonly rules: RuleThreads;
}

/** The definition of a language engine for the configuration, the API and the worker. */
export interface LanguageEngineDefinition
  extends EngineDefinition, EngineCreator<LanguageEngine, LanguageEngineContext> {
  readonly kind: 'language';
  readonly name: LanguageEngineName;
  readonly names: (given: GivenSettings) => readonly LanguageEngineName[];
  /** See {@link LanguageEngine.costly}. */
  readonly costly: boolean;
}

/** Settings in which those named by `RequiredName` are set. */
type Complete<Settings, RequiredName extends keyof Settings> = Settings & {
  readonly [Name in RequiredName]-?: NonNullable<Settings[Name]>;
};

/** The contents of a language engine's definition file. */
export interface LanguageEngineSpec<Settings, RequiredName extends keyof Settings & string> {
  readonly name: LanguageEngineName;
  readonly description: string;
  /** See {@link LanguageEngine.costly}; the engine that it creates has the same value. */
  readonly costly: boolean;
  readonly settings: EngineSettingsSchema<Settings>;
  /** Optional settings without which the engine is not available. */
  readonly required: readonly RequiredName[];
  /** Creates the engine. Imports the adapter dynamically, so that reading a definition loads none. */
  readonly create: (
    settings: Complete<Settings, RequiredName>,
    context: LanguageEngineContext,
  ) => Promise<LanguageEngine>;
}

/**
 * Defines a language engine. It is available, under its single name, when all settings that it
 * requires are set.
 */
export function defineLanguageEngine<Settings, RequiredName extends keyof Settings & string>(
  spec: LanguageEngineSpec<Settings, RequiredName>,
): LanguageEngineDefinition {
  const { name, description, costly, settings, required } = spec;
  const isComplete = (given: Settings): given is Complete<Settings, RequiredName> =>
    required.every((setting) => given[setting] !== undefined);
  return {
    kind: 'language',
    name,
    description,
    costly,
    settings,
    required,
    names: (given) => (isComplete(settings.parse(given)) ? [name] : []),
    create: async (context) => {
      const parsed = settings.parse(context.config.engineSettings);
      return new Map(isComplete(parsed) ? [[name, await spec.create(parsed, context)]] : []);
    },
  };
}
