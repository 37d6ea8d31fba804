import type { LanguageEngineName } from '#contracts/model';
import type { EngineDefinition, EngineSettingsSchema, GivenSettings } from '#platform';
import type { EngineContext, EngineCreator } from '../engine-context.ts';
import type { LanguageEngine } from './language-engine.port.ts';

/** A language engine as the configuration, the API and the worker know it. */
export interface LanguageEngineDefinition extends EngineDefinition, EngineCreator<LanguageEngine> {
  readonly kind: 'language';
  readonly name: LanguageEngineName;
  readonly names: (given: GivenSettings) => readonly LanguageEngineName[];
}

/** Settings of which those named by `Needed` are set. */
type Complete<Settings, Needed extends keyof Settings> = Settings & {
  readonly [Name in Needed]-?: NonNullable<Settings[Name]>;
};

/** What the definition file of a language engine states. */
export interface LanguageEngineSpec<Settings, Needed extends keyof Settings & string> {
  readonly name: LanguageEngineName;
  readonly description: string;
  readonly settings: EngineSettingsSchema<Settings>;
  /** Optional settings without which the engine is not available. */
  readonly required: readonly Needed[];
  /** Imports the adapter only here: whoever reads the definition must not load it. */
  readonly create: (
    settings: Complete<Settings, Needed>,
    context: EngineContext,
  ) => Promise<LanguageEngine>;
}

/** A language engine is available, under its one name, when all settings that it requires are set. */
export function defineLanguageEngine<Settings, Needed extends keyof Settings & string>(
  spec: LanguageEngineSpec<Settings, Needed>,
): LanguageEngineDefinition {
  const { name, description, settings, required } = spec;
  const isComplete = (given: Settings): given is Complete<Settings, Needed> =>
    required.every((setting) => given[setting] !== undefined);
  return {
    kind: 'language',
    name,
    description,
    settings,
    required,
    names: (given) => (isComplete(settings.parse(given)) ? [name] : []),
    create: async (context) => {
      const parsed = settings.parse(context.config.engineSettings);
      return new Map(isComplete(parsed) ? [[name, await spec.create(parsed, context)]] : []);
    },
  };
}
