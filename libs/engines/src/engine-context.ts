import type { Config, Logger } from '#platform';

/** Dependencies of an engine at its creation, in addition to its own settings. */
export interface EngineContext {
  readonly config: Config;
  readonly logger: Logger;
}

/** Creates the engines of one definition. */
export interface EngineCreator<Engine, Context = EngineContext> {
  /**
   * @returns the engines by the names by which tasks request them; empty when none is available
   * @throws AppError when a configured resource, such as a model, is missing
   */
  readonly create: (context: Context) => Promise<ReadonlyMap<string, Engine>>;
}
