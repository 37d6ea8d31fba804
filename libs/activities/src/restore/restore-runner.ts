import type { BackupProgress, Restorer } from '#backups';
import { workflowIdOf, type StepOf, type TaskRun, type TaskWarning } from '#contracts/tasks';
import type {
  RestoreConfirmation,
  RestoreStart,
  RestoreStepRun,
  RestoreUndone,
  TaskOutcome,
} from '#contracts/workflows';
import { AppError } from '#platform';
import { newId } from '#store';
import { withByteProgress } from '../shared/byte-progress.ts';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { missingRecordings } from '../shared/missing-recordings.ts';
import { SKIPPED } from '../shared/skipped.ts';
import type { RestoreDependencies } from './restore-dependencies.ts';

/** Restores backups for tasks, step by step. */
export class RestoreRunner {
  constructor(private readonly deps: RestoreDependencies) {}

  async start(run: TaskRun, runId: string, { signal }: HeartbeatScope): Promise<RestoreStart> {
    const task = await this.deps.installationRuns.start(run, runId);
    if (task === null) return { kind: 'skip' };
    const { backupId } = task.settings;
    if (backupId === undefined) throw new AppError('not_found', 'The task names no backup.');
    const restorer = await this.deps.openRestorer();
    const sizes = await restorer.sizes(backupId, signal);
    return { kind: 'restore', subject: { backupId, restorePointId: newId('backup') }, sizes };
  }

  async unpack(run: RestoreStepRun, scope: HeartbeatScope): Promise<readonly TaskWarning[]> {
    const missing = await this.step('unpack', run, scope, (restorer, progress) =>
      restorer.unpack(run, progress),
    );
    return missingRecordings(missing, (hashes) => `neither here nor in the backup (${hashes}).`);
  }

  async protect(run: RestoreStepRun, scope: HeartbeatScope): Promise<void> {
    await this.step('protect', run, scope, (restorer, progress) => restorer.protect(run, progress));
  }

  async switch(run: RestoreStepRun): Promise<void> {
    await (await this.deps.openRestorer()).switch(run);
  }

  async confirm(run: RestoreConfirmation): Promise<TaskOutcome> {
    const restorer = await this.deps.openRestorer();
    await restorer.confirm(run, () => this.endReplacedRuns(run));
    const { warnings } = run;
    const completed = await this.deps.installationRuns.complete(run, warnings);
    return completed ? { kind: 'done', done: 1, warnings, behind: false } : SKIPPED;
  }

  async undo(run: TaskRun): Promise<RestoreUndone> {
    const outcome = await this.deps.restoreEnding.undo(run);
    if (outcome === 'restored') await this.deps.installationRuns.complete(run, []);
    return { outcome };
  }

  private async endReplacedRuns({ taskId }: TaskRun): Promise<void> {
    const own = workflowIdOf('restore', taskId, null);
    const terminated = await this.deps.replacedRuns.terminateAllBut(own);
    this.deps.logger.info({ taskId, terminated }, 'runs of the replaced data were terminated');
  }

  private step<Result>(
    step: StepOf<'restore'>,
    run: RestoreStepRun,
    scope: HeartbeatScope,
    work: (restorer: Restorer, progress: BackupProgress) => Promise<Result>,
  ): Promise<Result> {
    return withByteProgress(this.deps, { ...run, step }, scope, async (progress) =>
      work(await this.deps.openRestorer(), progress),
    );
  }
}
