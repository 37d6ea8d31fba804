import type { EngineDefinition, EngineSettingsSchema } from '#platform';
import type { EngineContext, EngineCreator } from '../engine-context.ts';
import type { SpeechEngine } from './speech-engine.port.ts';

/** A kind of speech engine as the configuration, the API and the worker know it. */
export interface SpeechEngineDefinition extends EngineDefinition, EngineCreator<SpeechEngine> {
  readonly kind: 'speech';
}

/** What the definition file of a speech engine states. */
export interface SpeechEngineSpec<Settings> {
  readonly name: string;
  readonly description: string;
  readonly settings: EngineSettingsSchema<Settings>;
  /** The names by which tasks may ask for it, such as those of its models; the default first. */
  readonly names: (settings: Settings) => readonly string[];
  /**
   * One engine for each name. Imports the adapter only here: whoever reads the definition must not
   * load it.
   */
  readonly create: (
    settings: Settings,
    context: EngineContext,
  ) => Promise<ReadonlyMap<string, SpeechEngine>>;
}

/** A speech engine is available under all names that its settings give it. */
export function defineSpeechEngine<Settings>(
  spec: SpeechEngineSpec<Settings>,
): SpeechEngineDefinition {
  const { name, description, settings } = spec;
  return {
    kind: 'speech',
    name,
    description,
    settings,
    required: [],
    names: (given) => spec.names(settings.parse(given)),
    create: (context) => spec.create(settings.parse(context.config.engineSettings), context),
  };
}
