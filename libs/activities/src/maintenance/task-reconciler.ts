import type { TaskRun } from '#contracts/tasks';
import type { ReconciledTasks } from '#contracts/workflows';
import type { RunInspector } from '#temporal';
import { runVerdict, type RunVerdict } from '#domain';
import type { TaskRecord } from '#store';
import { forEachOf } from './pages.ts';
import type { MaintenanceDependencies } from './maintenance-dependencies.ts';

/** What is needed to compare tasks with their runs. */
export interface ReconcilerDependencies extends Pick<
  MaintenanceDependencies,
  'maintenance' | 'tasks' | 'logger'
> {
  readonly inspector: Pick<RunInspector, 'inspect'>;
}

/** Makes the state of tasks true again whose runs were ended, reset or lost outside the API. */
export class TaskReconciler {
  constructor(private readonly deps: ReconcilerDependencies) {}

  /** Looks at all tasks that are said to be on their way. */
  async reconcile(): Promise<ReconciledTasks> {
    const { maintenance } = this.deps;
    let checked = 0;
    let corrected = 0;
    await forEachOf(
      (after, limit) => maintenance.tasksWithRuns(after, limit),
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
    if (verdict.kind === 'consistent') return false;
    this.deps.logger.warn({ ...run, workflowId, verdict: verdict.kind }, 'a task is put right');
    await this.carryOut(run, verdict);
    return true;
  }

  private async carryOut(run: TaskRun, verdict: RunVerdict): Promise<void> {
    const { maintenance, tasks } = this.deps;
    switch (verdict.kind) {
      case 'consistent':
        return;
      case 'follow':
        return maintenance.follow(run, verdict.runId);
      case 'end':
        return tasks.end(run, verdict.ending);
      case 'startAgain':
        return maintenance.startAgain(run);
      case 'cancelAgain':
        return maintenance.cancelAgain(run);
    }
  }
}
