import type { EndTaskRequest, TaskActivities } from '#contracts/messages';
import { endingOf } from '#domain';
import type { Logger } from '#platform';
import type { TaskRetriesRepository, TasksRepository } from '#store';
import { atBorder } from '../shared/activity-border.ts';

/** What a worker needs to write down how tasks end. */
export interface TaskDependencies {
  readonly tasks: TasksRepository;
  readonly retries: TaskRetriesRepository;
  readonly logger: Logger;
}

/** The activities that every task needs, closed over their dependencies. */
export function createTaskActivities({ tasks, retries, logger }: TaskDependencies): TaskActivities {
  return { endTask: atBorder({ logger, retries }, (request) => end(tasks, request)) };
}

/** Where a run was when it was closed from outside, only the task knows. */
async function end(tasks: TasksRepository, request: EndTaskRequest): Promise<void> {
  const { taskId, attempt, ending } = request;
  if (ending.state !== 'closed') return tasks.end({ taskId, attempt }, ending);
  const task = await tasks.find(taskId);
  if (task !== null) await tasks.end({ taskId, attempt }, endingOf(task, ending.closing));
}
