import { open } from 'node:fs/promises';
import type { BackupProgress } from '#backups';
import type { ImportFormat } from '#contracts/model';
import { isEnded, type TaskRun } from '#contracts/tasks';
import type { CheckedImport, StoreImport, TaskOutcome } from '#contracts/workflows';
import { DETECTION_BYTES, detectImportFormat } from '#domain';
import { AppError } from '#platform';
import type { ImportRecord } from '#store';
import { withByteProgress, type ByteStep } from '../shared/byte-progress.ts';
import { fittingOnDisk } from '../shared/fitting-on-disk.ts';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { SKIPPED } from '../shared/skipped.ts';
import { ArchiveSource } from './archive/archive-source.ts';
import type { ImportDependencies } from './import-dependencies.ts';
import type { ImportSource } from './import-source.ts';
import { TranscriptSource } from './transcripts/transcript-source.ts';

/** Does the imports of tasks, step by step. */
export class ImportRunner {
  constructor(private readonly deps: ImportDependencies) {}

  /** Reads all of the file, and stores nothing but its format. */
  async check(run: TaskRun, runId: string, scope: HeartbeatScope): Promise<CheckedImport> {
    if ((await this.deps.installationRuns.start(run, runId)) === null) return { kind: 'skip' };
    const given = await this.importOf(run);
    const { format, source } = await this.open(given);
    await this.deps.importRuns.found(run, format);
    // Storing takes about as much again.
    const size = { doneBytes: 0, stepBytes: given.sizeBytes, totalBytes: 2 * given.sizeBytes };
    const step = { ...run, ...size, step: 'check' } as const;
    const bytes = await this.inStep(step, scope, (progress) => source.check(progress));
    return { kind: 'done', bytes };
  }

  /** Stores what is not there yet, and completes the task. */
  async store(step: StoreImport, scope: HeartbeatScope): Promise<TaskOutcome> {
    const given = await this.importOf(step);
    if (isEnded(given.task.state)) return SKIPPED;
    const { source } = await this.open(given);
    const { taskId, attempt } = step;
    const importing = { ownerId: given.ownerId, taskId, attempt };
    const { result, warnings } = await this.inStep({ ...step, step: 'store' }, scope, (progress) =>
      source.store(importing, progress),
    );
    if (!(await this.deps.importRuns.complete(step, result, warnings))) return SKIPPED;
    await this.removeUnlessNeeded(given);
    return { kind: 'done', done: 1, warnings, behind: false };
  }

  private inStep<Result>(
    step: ByteStep,
    scope: HeartbeatScope,
    work: (progress: BackupProgress) => Promise<Result>,
  ): Promise<Result> {
    const withProgress = () => withByteProgress(this.deps, step, scope, work);
    return fittingOnDisk('import_space_missing', withProgress);
  }

  /** @throws AppError `import_gone`, `import_format_unknown` */
  private async open(given: ImportRecord): Promise<OpenSource> {
    const { importFolder } = this.deps;
    if ((await importFolder.sizeOf(given.sha256)) === null) throw gone();
    const file = await importFolder.localPath(given.sha256);
    const format = given.format ?? (await detectedFormat(file, given.fileName));
    const source =
      format === 'export'
        ? new ArchiveSource(this.deps, file)
        : new TranscriptSource(this.deps, given, file, format);
    return { format, source };
  }

  /** @throws AppError `not_found` when it was removed */
  private async importOf({ taskId }: TaskRun): Promise<ImportRecord> {
    const given = await this.deps.imports.findByTask(taskId);
    if (given !== null) return given;
    throw new AppError('not_found', 'The import was removed.');
  }

  private async removeUnlessNeeded({ sha256 }: ImportRecord): Promise<void> {
    await this.deps.imports.removeFile(sha256, () => this.deps.importFolder.remove(sha256));
  }
}

interface OpenSource {
  readonly format: ImportFormat;
  readonly source: ImportSource;
}

/** @throws AppError `import_format_unknown` */
async function detectedFormat(file: string, fileName: string): Promise<ImportFormat> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(DETECTION_BYTES), 0);
    const format = detectImportFormat(buffer.subarray(0, bytesRead), fileName);
    if (format === null) throw unknownFormat();
    return format;
  } finally {
    await handle.close();
  }
}

function unknownFormat(): AppError {
  const message = 'It is neither an export of Afterword nor a transcript.';
  return new AppError('import_format_unknown', message);
}

function gone(): AppError {
  return new AppError('import_gone', 'The uploaded file is not in its folder.');
}
