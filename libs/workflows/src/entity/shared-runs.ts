import { ApplicationFailure, CancellationScope, workflowInfo } from '@temporalio/workflow';
import { kindOf, sharesRun, type TaskRun } from '#contracts/tasks';
import {
  priorityOf,
  sharedActivityId,
  titleOf,
  type EntityInput,
  type EntityTask,
  type TaskOutcome,
} from '#contracts/workflows';
import { doLanguageWork } from '../shared/language-work.ts';
import { languageActivities } from '../shared/retry-classes.ts';

/**
 * The tasks that run within the run of their entity, each in a cancellation scope of its own. Their
 * activities have the priority of the task, and its id, by which they are found in a description of
 * the run.
 */
export class SharedRuns {
  private readonly scopes = new Map<string, { readonly run: TaskRun; cancel(): void }>();

  constructor(private readonly input: EntityInput) {}

  /**
   * Does the work of a task.
   * @throws what its activity failed with, after the end of the task was recorded
   */
  async run(task: EntityTask): Promise<TaskOutcome> {
    const scope = new CancellationScope();
    this.scopes.set(task.taskId, { run: task, cancel: () => scope.cancel() });
    try {
      return await scope.run(() => this.work(task));
    } finally {
      this.scopes.delete(task.taskId);
    }
  }

  /** Cancels the work of a task. Does nothing unless this very attempt is running. */
  cancel({ taskId, attempt }: TaskRun): void {
    const running = this.scopes.get(taskId);
    if (running?.run.attempt === attempt) running.cancel();
  }

  private work(task: EntityTask): Promise<TaskOutcome> {
    const { type, taskId, attempt, priority } = task;
    if (!sharesRun(type)) throw ApplicationFailure.nonRetryable(`${type} cannot share a run`);
    const { ownerId, run } = this.input;
    const language = languageActivities(run.timeouts[kindOf(type).queue], {
      activityId: sharedActivityId({ taskId, attempt }),
      priority: priorityOf(priority, ownerId),
      summary: titleOf({ ...task, ownerId }),
    });
    const { firstExecutionRunId: firstRunId } = workflowInfo();
    return doLanguageWork(type, { taskId, attempt, firstRunId }, language);
  }
}
