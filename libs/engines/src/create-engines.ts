import { EngineChoice } from './engine-choice.ts';
import type { EngineCreator } from './engine-context.ts';

/**
 * Creates the engines of one kind for a worker.
 * @param definitions all definitions of the kind; those that are not available create no engines
 * @param defaultName name of the engine for tasks that request none
 * @throws AppError when a configured resource, such as a model, is missing
 */
export async function createEngines<Engine, Context>(
  definitions: readonly EngineCreator<Engine, Context>[],
  defaultName: string,
  context: Context,
): Promise<EngineChoice<Engine>> {
  const created = await Promise.all(definitions.map(({ create }) => create(context)));
  return new EngineChoice(new Map(created.flatMap((engines) => [...engines])), defaultName);
}
