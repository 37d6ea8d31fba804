import type { EngineDefinition, EngineSettingsSchema } from '#platform';
import type { EngineContext, EngineCreator } from '../engine-context.ts';
import type { SpeechEngine } from './speech-engine.port.ts';

/** The definition of a speech engine for the configuration, the API and the worker. */
export interface SpeechEngineDefinition extends EngineDefinition, EngineCreator<SpeechEngine> {
  readonly kind: 'speech';
}

/** The contents of a speech engine's definition file. */
export interface SpeechEngineSpec<Settings> {
  readonly name: string;
  readonly description: string;
  readonly settings: EngineSettingsSchema<Settings>;
  /** The names by which tasks may request it, such as those of its models; the default first. */
  readonly names: (settings: Settings) => readonly string[];
  /**
   * Creates one engine for each name. Imports the adapter dynamically, so that reading a definition
   * loads none.
   */
  readonly create: (
    settings: Settings,
    context: EngineContext,
  ) => Promise<ReadonlyMap<string, SpeechEngine>>;
}

/** Defines a speech engine. It is available under all names that its settings list. */
export function defineSpeechEngine<Settings>(
  spec: SpeechEngineSpec<Settings>,
): SpeechEngineDefinition {
  const { name, description, settings } = spec;
  return {
    kind: 'speech',
    name,
    description,
    settings,
    required: () => [],
    names: (given) => spec.names(settings.parse(given)),
    create: (context) => spec.create(settings.parse(context.config.engineSettings), context),
  };
}
