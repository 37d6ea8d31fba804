import { AppError } from '#platform';
import { openDatabase, settleRestored } from '#store';
import type { BackupProgress } from '../making/backup-progress.ts';
import type { BackupMaker } from '../making/backup-maker.ts';
import { databaseNameOf, urlOfDatabase } from '../postgres/database-names.ts';
import { scratchName } from '../postgres/scratch/scratch-mark.ts';
import type { BackupUnpacker } from './backup-unpacker.ts';
import type { DatabaseSwitch } from './database-switch.ts';
import { findFaults } from './health-check.ts';
import { newestEvent } from './installation-state.ts';
import type { Maintenance } from './maintenance.ts';
import type { RestoreEnding } from './restore-ending.ts';
import { runNameOf, type RestoreJob } from './restore-run.ts';

/** What a restore consists of. */
export interface RestoreParts {
  /** `postgresql://…` of the installation's own database. */
  readonly url: string;
  readonly unpacker: BackupUnpacker;
  readonly maker: BackupMaker;
  readonly maintenance: Maintenance;
  readonly databases: DatabaseSwitch;
  readonly ending: RestoreEnding;
}

/** What the steps of a restore read and write, in bytes; estimates. */
export interface RestoreSizes {
  readonly unpack: number;
  readonly protect: number;
}

/**
 * Restores a backup in steps. Each finds out from the databases themselves what has happened, so it
 * can be repeated by any process after any crash. Until the databases are switched, the own one is
 * not changed; from then on until writers are let in, `RestoreEnding` brings it back as it was.
 */
export class Restorer {
  constructor(private readonly parts: RestoreParts) {}

  /**
   * Checks what can be checked before anything is done.
   * @throws AppError `not_found`, `backup_format_unknown`, `backup_key_wrong`, `backup_place_full`,
   *   `backup_database_failed` when the role may not switch databases
   */
  async sizes(backupId: string, signal: AbortSignal): Promise<RestoreSizes> {
    const { unpacker, maker, databases } = this.parts;
    const unpack = await unpacker.sizeOf(backupId, signal);
    await databases.expectPossible();
    const { dump, copy, verify } = await maker.sizes(false, signal);
    return { unpack, protect: dump + copy + verify };
  }

  /**
   * Restores the backup beside the own database, without those who were erased since.
   * @returns SHA-256 of recordings that neither the blob store nor the backup has
   * @throws AppError `backup_damaged` and others of the backup, the place or PostgreSQL
   */
  async unpack(job: RestoreJob, progress: BackupProgress): Promise<readonly string[]> {
    const { unpacker, databases } = this.parts;
    if (await databases.hasHappened(runNameOf(job))) return [];
    const unneeded = await unpacker.unpack(runNameOf(job), job.backupId, progress);
    return unpacker.unpackBlobs(job.backupId, unneeded, progress);
  }

  /** Blocks writers, and then backs up what is there, so that nothing that was accepted is lost. */
  async protect(job: RestoreJob, progress: BackupProgress): Promise<void> {
    const { maker, maintenance, databases } = this.parts;
    const run = runNameOf(job);
    if (await databases.hasHappened(run)) return;
    await maintenance.begin(run);
    const { taskId, restorePointId: backupId } = job;
    const point = { taskId, backupId, full: false, reason: 'restore_point' } as const;
    await maker.dump(point, progress);
    await maker.copy(point, progress);
    await maker.verify(point, progress);
  }

  /**
   * Lets the restored database take the place of the own one, with writers still blocked.
   * @throws AppError `restore_failed` when something was written since the restore point
   */
  async switch(job: RestoreJob): Promise<void> {
    const { databases } = this.parts;
    const run = runNameOf(job);
    await databases.exclusively(async () => {
      if (await databases.hasHappened(run)) return;
      await this.expectProtected(job);
      await this.settle(job);
      await databases.forth(run);
    });
  }

  /**
   * Checks the restored database, and then lets writers in.
   * @param endRuns ends what is in flight for the replaced database; it may be called again
   * @throws AppError `restore_failed` when it is not healthy; then it has to be undone
   */
  async confirm(job: RestoreJob, endRuns: () => Promise<void>): Promise<void> {
    const { databases, ending } = this.parts;
    await databases.exclusively(async () => {
      await this.expectHealth(job, endRuns);
      if (!(await ending.isRestored(job))) throw failed('It was undone.');
      await ending.finish(job);
    });
  }

  /** Once writers have been let in, there is no way back, so there is nothing to check. */
  private async expectHealth(job: RestoreJob, endRuns: () => Promise<void>): Promise<void> {
    const { url, databases } = this.parts;
    if (!(await databases.areWritersBlocked())) return;
    if (!(await databases.hasHappened(runNameOf(job)))) throw failed('It has not been switched.');
    const faults = await findFaults(url, job);
    if (faults.length > 0) throw failed(faults.join(' '), { faults });
    await endRuns();
  }

  private async expectProtected({ restorePointId, ...run }: RestoreJob): Promise<void> {
    const { maker, maintenance, url } = this.parts;
    const isHeld = (await maintenance.holder()) === runNameOf(run);
    if (!isHeld || !(await maintenance.areWritersBlocked())) {
      throw failed('Writers are not blocked any more.');
    }
    const point = await maker.find(restorePointId);
    if (point === null) throw failed('There is no restore point.');
    if (point.contents.eventNumber === (await newestEvent(url))) return;
    throw failed('Something was written after the restore point had been made.');
  }

  private async settle(job: RestoreJob): Promise<void> {
    const { url, unpacker } = this.parts;
    const { manifest } = await unpacker.find(job.backupId);
    const name = scratchName(databaseNameOf(url), runNameOf(job));
    const restored = openDatabase(urlOfDatabase(url, name), 1, () => undefined);
    const replaced = openDatabase(url, 1, () => undefined);
    try {
      const { takenAt, contents } = manifest;
      const { backupId, restorePointId } = job;
      const record = { backupId, takenAt, eventNumber: contents.eventNumber, restorePointId };
      await settleRestored({ restored: restored.db, replaced: replaced.db }, job, record);
    } finally {
      await restored.close();
      await replaced.close();
    }
  }
}

function failed(why: string, details: Readonly<Record<string, unknown>> = {}): AppError {
  const message = `The backup did not take the place of the current data: ${why}`;
  return new AppError('restore_failed', message, { details });
}
