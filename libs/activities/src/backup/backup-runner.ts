import type { BackupJob, BackupMaker, BackupProgress, Manifest } from '#backups';
import type { StepOf, TaskRun, TaskWarning } from '#contracts/tasks';
import type { BackupStart, BackupStepRun, TaskOutcome } from '#contracts/workflows';
import { withByteProgress } from '../shared/byte-progress.ts';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { missingRecordings } from '../shared/missing-recordings.ts';
import { SKIPPED } from '../shared/skipped.ts';
import type { BackupDependencies } from './backup-dependencies.ts';

/** Makes the backups of tasks, step by step. */
export class BackupRunner {
  constructor(private readonly deps: BackupDependencies) {}

  async start(run: TaskRun, runId: string, { signal }: HeartbeatScope): Promise<BackupStart> {
    const task = await this.deps.installationRuns.start(run, runId);
    if (task === null) return { kind: 'skip' };
    const backups = await this.deps.openBackups();
    await backups.sweep();
    const { force = false, full = false } = task.settings;
    if (!force && !(await backups.isDue(Date.now()))) return this.notDue(run);
    return { kind: 'due', sizes: await backups.sizes(full, signal) };
  }

  async dump(run: BackupStepRun, scope: HeartbeatScope): Promise<void> {
    await this.step('dump', run, scope, (backups, job, progress) => backups.dump(job, progress));
  }

  async copy(run: BackupStepRun, scope: HeartbeatScope): Promise<void> {
    await this.step('copy', run, scope, (backups, job, progress) => backups.copy(job, progress));
  }

  async verify(run: BackupStepRun, scope: HeartbeatScope): Promise<void> {
    await this.step('verify', run, scope, (backups, job, progress) =>
      backups.verify(job, progress),
    );
  }

  async prune(run: TaskRun, { signal }: HeartbeatScope): Promise<TaskOutcome> {
    const backups = await this.deps.openBackups();
    const job = await this.jobOf(run);
    await backups.prune(job, this.deps.keep, Date.now(), signal);
    const manifest = await backups.find(job.backupId);
    const warnings = warningsOf(manifest);
    const completed = await this.deps.installationRuns.complete(run, warnings);
    return completed ? { kind: 'done', done: 1, warnings, behind: false } : SKIPPED;
  }

  private async notDue(run: TaskRun): Promise<BackupStart> {
    const message = 'There is a good backup younger than 23 hours.';
    await this.deps.installationRuns.complete(run, [{ code: 'backup_not_due', message }]);
    return { kind: 'notDue' };
  }

  private async step(
    step: StepOf<'backup'>,
    run: BackupStepRun,
    scope: HeartbeatScope,
    work: (backups: BackupMaker, job: BackupJob, progress: BackupProgress) => Promise<unknown>,
  ): Promise<void> {
    await withByteProgress(this.deps, { ...run, step }, scope, async (progress) =>
      work(await this.deps.openBackups(), await this.jobOf(run), progress),
    );
  }

  private async jobOf({ taskId }: TaskRun): Promise<BackupJob> {
    const task = await this.deps.tasks.find(taskId);
    return { taskId, backupId: backupIdOf(taskId), full: task?.settings.full ?? false };
  }
}

/** A backup has the id of its task, so that every step finds it again. */
function backupIdOf(taskId: string): string {
  return taskId.replace(/^tsk_/, 'bkp_');
}

function warningsOf(manifest: Manifest | null): readonly TaskWarning[] {
  if (manifest === null) return [];
  const { missingBlobs: missing, verification } = manifest;
  return [...missingBlobs(missing), ...projections(verification.projectionDifferences)];
}

function projections(count: number): readonly TaskWarning[] {
  if (count === 0) return [];
  const values = count === 1 ? '1 value is' : `${count} values are`;
  const message = `${values} not what the change log says; \`afterword check\` names and mends them. They were backed up as they are.`;
  return [{ code: 'projections_differ', message }];
}

function missingBlobs(missing: readonly string[]): readonly TaskWarning[] {
  return missingRecordings(
    missing,
    (hashes) =>
      `missing or damaged (${hashes}). The backup lacks them, so no earlier backup was removed.`,
  );
}
