import type { TaskActivities } from '#contracts/messages';
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
  return {
    endTask: atBorder({ logger, retries }, ({ taskId, attempt, ending }) =>
      tasks.end({ taskId, attempt }, ending),
    ),
  };
}
