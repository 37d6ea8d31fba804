import type { WorkQueue } from '#contracts/model';
import { kindOf, taskTypesWhere, type TaskType } from '#contracts/tasks';

/** The activities of one task type, by the names under which they are registered. */
type Activities = Readonly<Record<string, Activity>>;
type Activity = (...args: never[]) => Promise<unknown>;

/** Implementation of one task type, for the workers of its queue. */
export interface TaskHandler<Dependencies> {
  readonly type: TaskType;
  /** Creates the activities of the task type. */
  readonly create: (dependencies: Dependencies) => Activities;
}

/** The handlers of a worker do not match the catalogue of tasks. */
export class HandlersError extends Error {
  override readonly name = 'HandlersError';
}

/**
 * Creates the activities of all task types of a queue.
 * @param handlers exactly one for each task type of the queue
 * @throws HandlersError when a handler is missing, duplicated or in the wrong queue, or two
 * handlers have the same activity; the message names it
 */
export function activitiesOf<Dependencies>(
  queue: WorkQueue,
  handlers: readonly TaskHandler<Dependencies>[],
  dependencies: Dependencies,
): Activities {
  for (const type of taskTypesWhere((kind) => kind.queue === queue)) expectOne(type, handlers);
  for (const { type } of handlers) expectQueue(type, queue);
  const activities = new Map<string, Activity>();
  for (const handler of handlers) {
    for (const [name, activity] of Object.entries(handler.create(dependencies))) {
      if (activities.has(name)) throw new HandlersError(`Two handlers have the activity ${name}.`);
      activities.set(name, activity);
    }
  }
  return Object.fromEntries(activities);
}

function expectOne(type: TaskType, handlers: readonly { readonly type: TaskType }[]): void {
  const count = handlers.filter((handler) => handler.type === type).length;
  if (count === 1) return;
  const found = count === 0 ? 'no handler' : `${count} handlers`;
  throw new HandlersError(`There is ${found} for the task type ${type}; there must be one.`);
}

function expectQueue(type: TaskType, queue: WorkQueue): void {
  if (kindOf(type).queue === queue) return;
  throw new HandlersError(`The task type ${type} is not of the queue ${queue}.`);
}
