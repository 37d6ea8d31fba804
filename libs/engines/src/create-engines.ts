import { EngineChoice } from './engine-choice.ts';
import type { EngineContext, EngineCreator } from './engine-context.ts';

/**
 * The engines of a worker, for one kind.
 * @param definitions all of the kind; those that are not available create nothing
 * @param usual name of the engine for tasks that ask for none
 * @throws AppError when what is configured for an engine is not there
 */
export async function createEngines<Engine>(
  definitions: readonly EngineCreator<Engine>[],
  usual: string,
  context: EngineContext,
): Promise<EngineChoice<Engine>> {
  const created = await Promise.all(definitions.map(({ create }) => create(context)));
  return new EngineChoice(new Map(created.flatMap((engines) => [...engines])), usual);
}
