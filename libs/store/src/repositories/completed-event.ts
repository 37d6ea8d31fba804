import type { TaskStage, TaskWarning } from '#contracts/messages';
import { subjectOf } from './subject-of.ts';
import type { TaskRecord } from './task.records.ts';

/** The event that a run of a task has done all that was to be done. */
export function completedEvent(
  task: TaskRecord,
  stage: TaskStage,
  warnings: readonly TaskWarning[],
) {
  const data = { attempt: task.attempt, stage, warnings };
  return { ...subjectOf(task, 'task_completed'), type: 'task_completed', data } as const;
}
