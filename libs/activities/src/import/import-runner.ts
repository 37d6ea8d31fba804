import type { BackupProgress } from '#backups';
import { isEnded, type TaskRun, type TaskWarning } from '#contracts/tasks';
import type { CheckedImport, StoreImport, TaskOutcome } from '#contracts/workflows';
import { AppError } from '#platform';
import { hashesOf, type ImportRecord } from '#store';
import { withByteProgress, type ByteStep } from '../shared/byte-progress.ts';
import { fittingOnDisk } from '../shared/fitting-on-disk.ts';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { SKIPPED } from '../shared/skipped.ts';
import type { ImportDependencies } from './import-dependencies.ts';
import { openImport } from './open-import.ts';

/** Does the imports of tasks, step by step. */
export class ImportRunner {
  constructor(private readonly deps: ImportDependencies) {}

  /** Reads all of the file, and stores nothing but its format. */
  async check(run: TaskRun, runId: string, scope: HeartbeatScope): Promise<CheckedImport> {
    if ((await this.deps.installationRuns.start(run, runId)) === null) return { kind: 'skip' };
    const given = await this.importOf(run);
    const { format, source } = await openImport(this.deps, given);
    await this.deps.importRuns.found(run, format);
    // Storing takes about as much again.
    const size = { doneBytes: 0, stepBytes: given.sizeBytes, totalBytes: 2 * given.sizeBytes };
    const step = { ...run, ...size, step: 'check' } as const;
    const { bytes, recordings } = await this.inStep(step, scope, (progress) =>
      source.check(progress),
    );
    await this.deps.importRuns.listed(run, recordings);
    return { kind: 'done', bytes, recordings: recordings.length };
  }

  /** Stores what is not there yet, and completes the task. */
  async store(step: StoreImport, scope: HeartbeatScope): Promise<TaskOutcome> {
    const given = await this.importOf(step);
    if (isEnded(given.task.state)) return SKIPPED;
    const { source } = await openImport(this.deps, given);
    const { taskId, attempt } = step;
    const { ownerId, settings } = given;
    const importing = { ownerId, taskId, attempt, ...(settings ? { settings } : {}) };
    const { result, warnings } = await this.inStep({ ...step, step: 'store' }, scope, (progress) =>
      source.store(importing, progress),
    );
    if (!(await this.deps.importRuns.complete(step, result, warnings))) return SKIPPED;
    await this.removeUnlessNeeded(given);
    return { kind: 'done', done: 1, warnings: warnings.map(withoutNames), behind: false };
  }

  private inStep<Result>(
    step: ByteStep,
    scope: HeartbeatScope,
    work: (progress: BackupProgress) => Promise<Result>,
  ): Promise<Result> {
    const withProgress = () => withByteProgress(this.deps, step, scope, work);
    return fittingOnDisk('import_space_missing', withProgress);
  }

  /** @throws AppError `not_found` when it was removed */
  private async importOf({ taskId }: TaskRun): Promise<ImportRecord> {
    const given = await this.deps.imports.findByTask(taskId);
    if (given !== null) return given;
    throw new AppError('not_found', 'The import was removed.');
  }

  private async removeUnlessNeeded(given: ImportRecord): Promise<void> {
    const { imports, importFolder } = this.deps;
    for (const sha256 of hashesOf(given)) {
      await imports.removeFile(sha256, () => importFolder.remove(sha256));
    }
  }
}

/** A warning as the history of the run has it: what it says of files is in the task. */
function withoutNames({ code }: TaskWarning): TaskWarning {
  return { code, message: 'The task says what it is about.' };
}
