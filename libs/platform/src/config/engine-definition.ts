import type { z } from 'zod';
import type { EngineKind } from '#contracts/model';

/** Settings as they stand in the environment, by their names; an absent one is not set. */
export type GivenSettings = Readonly<Record<string, string | undefined>>;

/** Validates the settings of one engine; other names are ignored. */
export interface EngineSettingsSchema<Output = unknown> extends z.ZodType<Output> {
  readonly shape: Readonly<Record<string, z.ZodType>>;
}

/**
 * What the configuration knows about an engine. `libs/engines` lists all definitions; whoever reads
 * the configuration passes them to `loadConfig`.
 */
export interface EngineDefinition {
  readonly kind: EngineKind;
  /** Unique within its kind; that of a language engine is in `LANGUAGE_ENGINES`. */
  readonly name: string;
  /** One sentence for `docs/configuration.md`. */
  readonly description: string;
  /**
   * The settings of this engine alone, each with an `AFTERWORD_` name, a description, and a default
   * unless it is optional.
   */
  readonly settings: EngineSettingsSchema;
  /** Settings that must be set when this engine is the default. */
  readonly required: readonly string[];
  /**
   * @param given settings that are valid for this engine
   * @returns the names by which tasks may ask for it, the default first; none while it is not
   *   available
   */
  readonly names: (given: GivenSettings) => readonly string[];
}
