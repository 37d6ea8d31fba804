import type { TaskRun } from '#contracts/tasks';
import type { ReconciledTasks } from '#contracts/workflows';
import type { RunInspector } from '#temporal';
import { runVerdict, type RunVerdict } from '#domain';
import type { TaskRecord } from '#store';
import { forEachOf } from './pages.ts';
import type { MaintenanceDependencies } from './maintenance-dependencies.ts';

/** Dependencies of {@link TaskReconciler}. */
export interface ReconcilerDependencies extends Pick<
  MaintenanceDependencies,
  'maintenance' | 'tasks' | 'logger'
> {
  readonly inspector: Pick<RunInspector, 'inspect'>;
}

/** Corrects the state of tasks whose runs were ended, reset or lost outside the API. */
export class TaskReconciler {
  constructor(private readonly deps: ReconcilerDependencies) {}

  /** Compares all tasks that should have a run with their runs. */
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
   * Compares a task that has not ended with its run. Changes apply only to the attempt that was
   * compared; if it has ended meanwhile, nothing changes.
   * @returns whether the task did not match its run
   */
  async correct(task: TaskRecord): Promise<boolean> {
    const { id: taskId, attempt, workflowId, runId } = task;
    const run = { taskId, attempt };
    const state = await this.deps.inspector.inspect({ ...run, workflowId, runId });
    const verdict = runVerdict(task, state);
    if (verdict.kind === 'consistent') return false;
    this.deps.logger.warn(
      { ...run, workflowId, verdict: verdict.kind },
      'a task does not match its run and is corrected',
    );
    await this.apply(run, verdict);
    return true;
  }

  private async apply(run: TaskRun, verdict: RunVerdict): Promise<void> {
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
