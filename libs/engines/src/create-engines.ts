import type { TaskType } from '#contracts/tasks';
import { EngineChoice } from './engine-choice.ts';
import type { EngineCreator } from './engine-context.ts';

/** The names of the engines for tasks that request none, by type where types differ. */
export interface DefaultNames {
  readonly default: string;
  readonly ofType?: Readonly<Partial<Record<TaskType, string>>>;
}

/**
 * Creates the engines of one kind for a worker.
 * @param definitions all definitions of the kind; those that are not available create no engines
 * @param defaults names of the engines for tasks that request none
 * @throws AppError when a configured resource, such as a model, is missing
 */
export async function createEngines<Engine, Context>(
  definitions: readonly EngineCreator<Engine, Context>[],
  { default: defaultName, ofType }: DefaultNames,
  context: Context,
): Promise<EngineChoice<Engine>> {
  const created = await Promise.all(definitions.map(({ create }) => create(context)));
  const engines = new Map(created.flatMap((each) => [...each]));
  return new EngineChoice(engines, defaultName, ofType);
}
