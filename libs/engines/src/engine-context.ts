import type { Config, Logger } from '#platform';

/** What an engine is given when it is created, besides its own settings. */
export interface EngineContext {
  readonly config: Config;
  readonly logger: Logger;
}

/** Creates the engines of one definition. */
export interface EngineCreator<Engine> {
  /**
   * @returns the engines by the names by which tasks ask for them; none while they are not available
   * @throws AppError when what is configured is not there
   */
  readonly create: (context: EngineContext) => Promise<ReadonlyMap<string, Engine>>;
}
