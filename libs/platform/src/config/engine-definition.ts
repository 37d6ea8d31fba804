import type { z } from 'zod';
import type { EngineKind, LanguageEngineName } from '#contracts/model';
import type { SpeechModel } from './speech-models.ts';

/** Unparsed settings from the environment, by name; an absent name is not set. */
export type GivenSettings = Readonly<Record<string, string | undefined>>;

/** The engines that settings name. */
export interface EnginesNamed {
  readonly language: readonly LanguageEngineName[];
  /** The default first. */
  readonly speech: readonly SpeechModel[];
}

/** Validates the settings of one engine and ignores other names. */
export interface EngineSettingsSchema<Output = unknown> extends z.ZodType<Output> {
  readonly shape: Readonly<Record<string, z.ZodType>>;
}

/**
 * What the configuration needs to know about an engine. `libs/engines` lists all definitions; the
 * caller of `loadConfig` passes them in.
 */
export interface EngineDefinition {
  readonly kind: EngineKind;
  /** Unique within its kind; that of a language engine must be in `LANGUAGE_PROVIDERS`. */
  readonly name: string;
  /** One sentence for `docs/configuration.md`. */
  readonly description: string;
  /**
   * The settings that only this engine reads. Each has an `AFTERWORD_` name, a description, and a
   * default unless it is optional.
   */
  readonly settings: EngineSettingsSchema;
  /**
   * @param name by which a setting names it
   * @returns the settings that must then be set
   */
  readonly required: (name: string) => readonly string[];
  /**
   * @param given settings that are valid for this engine
   * @param named the engines that settings name
   * @returns the names by which tasks may request it, the default first; empty when the engine is
   *   not available
   */
  readonly names: (given: GivenSettings, named: EnginesNamed) => readonly string[];
}
