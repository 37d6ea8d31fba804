import type { EngineDefinition, EnginesNamed, EngineSettingsSchema } from '#platform';
import type { EngineContext, EngineCreator } from '../engine-context.ts';
import type { SpeechEngine } from './speech-engine.port.ts';

/** What is known of the engines of a definition without creating them. */
export interface SpeechAbilities {
  /** Whether recordings leave this machine. */
  readonly isRemote: boolean;
  /**
   * @param name of one of its engines
   * @returns what that engine can do
   */
  readonly of: (name: string) => SpeechAbility;
}

/** What a speech engine can do. */
export interface SpeechAbility {
  /** ISO 639-1; `null` for many languages. */
  readonly languages: readonly string[] | null;
  /** Whether it tells speakers apart by itself. */
  readonly tellsSpeakers: boolean;
  /** Where the times of words come from: heard, or estimated from those of segments. */
  readonly wordTimes: 'heard' | 'heard or estimated' | 'estimated';
}

/** The definition of a speech engine for the configuration, the API and the worker. */
export interface SpeechEngineDefinition extends EngineDefinition, EngineCreator<SpeechEngine> {
  readonly kind: 'speech';
  readonly abilities: SpeechAbilities;
}

/** The contents of a speech engine's definition file. */
export interface SpeechEngineSpec<Settings> {
  readonly name: string;
  readonly description: string;
  readonly settings: EngineSettingsSchema<Settings>;
  readonly abilities: SpeechAbilities;
  /** The settings that its engines need; none by default. */
  readonly required?: readonly string[];
  /** The names by which tasks may request it, of those that settings name. */
  readonly names: (settings: Settings, named: EnginesNamed['speech']) => readonly string[];
  /**
   * Creates one engine for each name. Imports the adapter dynamically, so that reading a definition
   * loads none.
   */
  readonly create: (
    settings: Settings,
    context: EngineContext,
  ) => Promise<ReadonlyMap<string, SpeechEngine>>;
}

/** Defines a speech engine. It is available under those names that settings name. */
export function defineSpeechEngine<Settings>(
  spec: SpeechEngineSpec<Settings>,
): SpeechEngineDefinition {
  const { name, description, settings, abilities, required = [] } = spec;
  return {
    ...{ kind: 'speech', name, description, settings, abilities },
    required: () => required,
    names: (given, { speech }) => spec.names(settings.parse(given), speech),
    create: (context) => spec.create(settings.parse(context.config.engineSettings), context),
  };
}
