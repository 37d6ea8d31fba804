import type { ReconciledTasks, TaskRun } from '#contracts/messages';
import type { RunInspector } from '#dispatch';
import { runVerdict, type RunVerdict } from '#domain';
import type { TaskRecord } from '#store';
import { forEachOf } from './pages.ts';
import type { UpkeepDependencies } from './upkeep-dependencies.ts';

/** What is needed to compare tasks with their runs. */
export interface ReconcilerDependencies extends Pick<
  UpkeepDependencies,
  'upkeep' | 'tasks' | 'logger'
> {
  readonly inspector: Pick<RunInspector, 'inspect'>;
}

/** Makes the state of tasks true again whose runs were ended, reset or lost outside the API. */
export class TaskReconciler {
  constructor(private readonly deps: ReconcilerDependencies) {}

  /** Looks at all tasks that are said to be on their way. */
  async reconcile(): Promise<ReconciledTasks> {
    const { upkeep } = this.deps;
    let checked = 0;
    let corrected = 0;
    await forEachOf(
      (after, limit) => upkeep.tasksWithRuns(after, limit),
      ({ id }) => id,
      async (task) => {
        checked += 1;
        if (await this.correct(task)) corrected += 1;
      },
    );
    return { checked, corrected };
  }

  /**
   * Looks at one task that has not ended. What is written names the attempt that was looked at; one
   * that has ended meanwhile stays so.
   * @returns whether its state was not true
   */
  async correct(task: TaskRecord): Promise<boolean> {
    const { id: taskId, attempt, workflowId, runId } = task;
    const run = { taskId, attempt };
    const state = await this.deps.inspector.inspect({ ...run, workflowId, runId });
    const verdict = runVerdict(task, state);
    if (verdict.kind === 'true') return false;
    this.deps.logger.warn({ ...run, workflowId, verdict: verdict.kind }, 'a task is put right');
    await this.carryOut(run, verdict);
    return true;
  }

  private async carryOut(run: TaskRun, verdict: RunVerdict): Promise<void> {
    const { upkeep, tasks } = this.deps;
    switch (verdict.kind) {
      case 'true':
        return;
      case 'follow':
        return upkeep.follow(run, verdict.runId);
      case 'end':
        return tasks.end(run, verdict.ending);
      case 'startAgain':
        return upkeep.startAgain(run);
      case 'cancelAgain':
        return upkeep.cancelAgain(run);
    }
  }
}
