import type { LanguageEngineName, LanguageProvider } from '#contracts/model';
import type {
  EngineDefinition,
  EnginesNamed,
  EngineSettingsSchema,
  GivenSettings,
} from '#platform';
import type { EngineContext, EngineCreator } from '../engine-context.ts';
import type { RuleThreads } from '../rules/rule-threads.ts';
import type { LanguageEngine } from './language-engine.port.ts';

/** Dependencies of a language engine at its creation. */
export interface LanguageEngineContext extends EngineContext {
  /** Where an engine of rules does its work. Who has made the threads ends them. */
  readonly rules: RuleThreads;
}

/** The definition of a language engine, or of a provider of models, for configuration, API and worker. */
export interface LanguageEngineDefinition
  extends EngineDefinition, EngineCreator<LanguageEngine, LanguageEngineContext> {
  readonly kind: 'language';
  readonly name: LanguageProvider;
  readonly names: (given: GivenSettings, named: EnginesNamed) => readonly LanguageEngineName[];
  /** See {@link LanguageEngine.costly}. */
  readonly costly: boolean;
}

/** The contents of the definition file of an engine that is always available. */
export interface LanguageEngineSpec<Settings> {
  readonly name: LanguageEngineName & LanguageProvider;
  readonly description: string;
  /** See {@link LanguageEngine.costly}; the engine that it creates has the same value. */
  readonly costly: boolean;
  readonly settings: EngineSettingsSchema<Settings>;
  /** Creates the engine. Imports the adapter dynamically, so that reading a definition loads none. */
  readonly create: (settings: Settings, context: LanguageEngineContext) => Promise<LanguageEngine>;
}

/** Defines a language engine with a single name that needs no settings; models have providers. */
export function defineLanguageEngine<Settings>(
  spec: LanguageEngineSpec<Settings>,
): LanguageEngineDefinition {
  const { name, description, costly, settings } = spec;
  return {
    kind: 'language',
    name,
    description,
    costly,
    settings,
    required: () => [],
    names: () => [name],
    create: async (context) => {
      const engine = await spec.create(settings.parse(context.config.engineSettings), context);
      return new Map([[name, engine]]);
    },
  };
}
