import type { BackupProgress } from '#backups';
import { isEnded, type TaskRun } from '#contracts/tasks';
import type {
  CollectedExport as Collected,
  FinishExport,
  TaskOutcome,
  WriteExport,
  WrittenExport,
} from '#contracts/workflows';
import { AppError } from '#platform';
import type { ExportRecord } from '#store';
import { withByteProgress } from '../shared/byte-progress.ts';
import { fittingOnDisk } from '../shared/fitting-on-disk.ts';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { SKIPPED } from '../shared/skipped.ts';
import { collectExport } from './collect/collect-export.ts';
import type { CollectedExport } from './collect/collected-export.schema.ts';
import { CollectedFolder } from './collect/collected-folder.ts';
import type { ExportDependencies } from './export-dependencies.ts';
import { fileNameOf, warningsOf } from './export-words.ts';
import { InTurn } from './in-turn.ts';
import { ExportWriter } from './write/export-writer.ts';

/** Each holds a connection to the database while it reads, of which a process has few. */
const READING_AT_ONCE = 2;
/** They share a disk. */
const WRITING_AT_ONCE = 4;

/** Makes the exports of tasks, step by step. */
export class ExportRunner {
  private readonly reading = new InTurn(READING_AT_ONCE);
  private readonly writing = new InTurn(WRITING_AT_ONCE);

  constructor(private readonly deps: ExportDependencies) {}

  /** Reads all rows into files. */
  async collect(run: TaskRun, runId: string, { signal }: HeartbeatScope): Promise<Collected> {
    if ((await this.deps.installationRuns.start(run, runId)) === null) return { kind: 'skip' };
    const wanted = await this.exportOf(run);
    await this.folderOf(wanted).clear();
    const { files } = await this.fill(wanted, signal);
    return { kind: 'done', files: files.length, bytes: sizeOf(files) };
  }

  /** Writes the zip file; collects once more when what was collected has gone. */
  async write(step: WriteExport, scope: HeartbeatScope): Promise<WrittenExport> {
    const { exportFolder, blobs, productVersion } = this.deps;
    const wanted = await this.exportOf(step);
    const folder = this.folderOf(wanted);
    const collected = (await folder.read()) ?? (await this.fill(wanted, scope.signal));
    await exportFolder.requireSpace(sizeOf(collected.files));
    const versions = { productVersion, schemaVersion: await this.deps.schemaVersion() };
    const writer = new ExportWriter(collected, folder.rows, blobs, versions);
    const { problems, ...file } = await this.inTurnToWrite(step, scope, (progress) =>
      folder.writeZip((zip) => writer.write(zip, progress)),
    );
    return { ...file, problems: problems.length };
  }

  /** Shows the file and completes the task; removes the file when nobody wants it any more. */
  async finish(run: FinishExport): Promise<TaskOutcome> {
    const wanted = await this.deps.exports.findByTask(run.taskId);
    if (wanted === null || isEnded(wanted.task.state)) return this.tidy(wanted);
    const { zip } = this.folderOf(wanted);
    const collected = await this.folderOf(wanted).read();
    const isThere = collected !== null && (await this.deps.exportFolder.publish(wanted.id, zip));
    if (!isThere) throw new AppError('export_gone', 'What was written of the export has gone.');
    const warnings = warningsOf(run.problems);
    const file = this.fileOf(run, collected);
    if (!(await this.deps.exportRuns.complete(run, file, warnings))) {
      return this.tidy(await this.deps.exports.findByTask(run.taskId), wanted.id);
    }
    await this.deps.exportFolder.discardWork(wanted.id);
    return { kind: 'done', done: 1, warnings, behind: false };
  }

  /** Removes what an unfinished run has written. A finished file stays. */
  async discard({ taskId }: TaskRun): Promise<void> {
    const wanted = await this.deps.exports.findByTask(taskId);
    if (wanted !== null) await this.deps.exportFolder.discardWork(wanted.id);
  }

  /** Removes what there is of an export that has ended otherwise, except the file of a finished one. */
  private async tidy(ended: ExportRecord | null, id = ended?.id): Promise<TaskOutcome> {
    const { exportFolder } = this.deps;
    if (id !== undefined && !ended?.file) await exportFolder.remove(id);
    else if (id !== undefined) await exportFolder.discardWork(id);
    return SKIPPED;
  }

  private fileOf({ sizeBytes, sha256, problems }: WrittenExport, collected: CollectedExport) {
    const expiresAt = new Date(Date.now() + this.deps.exportsKeptMs);
    const counts = { ...collected.counts, problems };
    return { sizeBytes, sha256, fileName: fileNameOf(collected), counts, expiresAt };
  }

  private inTurnToWrite<Result>(
    step: WriteExport,
    scope: HeartbeatScope,
    work: (progress: BackupProgress) => Promise<Result>,
  ): Promise<Result> {
    const withProgress = () => withByteProgress(this.deps, { ...step, step: 'write' }, scope, work);
    return this.writing.run(scope.signal, () =>
      fittingOnDisk('export_space_missing', withProgress),
    );
  }

  /** @throws AppError `export_space_missing`, `not_found` when what is to be exported has gone */
  private async fill(wanted: ExportRecord, signal: AbortSignal): Promise<CollectedExport> {
    const { exportFolder, exportSource } = this.deps;
    await exportFolder.requireSpace(0);
    const work = () =>
      this.folderOf(wanted).fill((folder) =>
        exportSource.read(wanted.scope, (snapshot) => collectExport(snapshot, folder, signal)),
      );
    return this.reading.run(signal, () => fittingOnDisk('export_space_missing', work));
  }

  private folderOf({ id }: ExportRecord): CollectedFolder {
    return new CollectedFolder(this.deps.exportFolder.workFolder(id));
  }

  /** @throws AppError `not_found` when it was removed */
  private async exportOf({ taskId }: TaskRun): Promise<ExportRecord> {
    const wanted = await this.deps.exports.findByTask(taskId);
    if (wanted !== null) return wanted;
    throw new AppError('not_found', 'The export was removed.');
  }
}

/** Size of all files, before they are compressed. */
function sizeOf(files: CollectedExport['files']): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
