import { Readable } from 'node:stream';
import type { BlobStore } from '#store';
import { AppError } from '#platform';
import { isBackupDue, type KeepRule } from '#domain';
import { BlobPool } from '../blobs/blob-pool.ts';
import { BackupCatalog, isGood, takenAtMs } from '../catalog/backup-catalog.ts';
import { BackupFiles } from '../files/backup-files.ts';
import type { Sealer } from '../files/sealer.port.ts';
import {
  BACKUP_FORMAT,
  manifestName,
  type Manifest,
  type Verification,
} from '../manifest/manifest.ts';
import type { BackupPlace } from '../places/backup-place.port.ts';
import { ScratchDatabases } from '../postgres/scratch/scratch-databases.ts';
import type { BackupProgress } from './backup-progress.ts';
import { BackupPruner } from './backup-pruner.ts';
import { BackupSizer, type StepSizes } from './backup-sizer.ts';
import { BlobCopier } from './blob-copier.ts';
import { BlobVerifier, type VerifiedBlobs } from './blob-verifier.ts';
import { DatabaseDumper, type DumpedDatabase } from './database-dumper.ts';
import { Drafts, type Draft } from './draft.ts';
import { DumpRestorer } from './dump-restorer.ts';
import { DumpVerifier, type VerifiedDump } from './dump-verifier.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Differences that an error names. */
const SHOWN = 5;

/** What a backup is made of, and where it goes. */
export interface BackupSource {
  readonly place: BackupPlace;
  readonly sealer: Sealer;
  readonly database: DumpedDatabase;
  readonly blobs: BlobStore;
  /** Version of Afterword, for the manifest. */
  readonly version: string;
}

/** Identifies a backup that is being made. */
export interface BackupJob {
  readonly backupId: string;
  readonly taskId: string;
  /** Whether all recordings are read and hashed. */
  readonly full: boolean;
  /** Why it is made; a regular backup by default. */
  readonly reason?: Manifest['reason'];
}

/**
 * Makes backups in steps. Each step finds what the ones before it have finished in the place, so it
 * can be repeated by any process after any crash.
 */
export class BackupMaker {
  private readonly catalog: BackupCatalog;
  private readonly drafts: Drafts;
  private readonly files: BackupFiles;
  private readonly pool: BlobPool;
  private readonly scratch: ScratchDatabases;

  constructor(private readonly source: BackupSource) {
    const { place, sealer, database } = source;
    this.catalog = new BackupCatalog(place);
    this.drafts = new Drafts(place);
    this.files = new BackupFiles(place, sealer);
    this.pool = new BlobPool(place, sealer);
    this.scratch = new ScratchDatabases(database.url);
  }

  /** Removes what runs that are over have left behind; there is only one backup or restore at a time. */
  async sweep(): Promise<void> {
    await this.source.place.removeLeftovers();
    const { incomplete } = await this.catalog.read();
    for (const id of incomplete) await this.drafts.removeAll(id);
    await this.scratch.sweep([]);
  }

  /** Whether there is no good backup that is young enough. */
  async isDue(nowMs: number): Promise<boolean> {
    const { backups } = await this.catalog.read();
    return isBackupDue(backups.filter(isGood).map(takenAtMs), nowMs);
  }

  /**
   * Estimates what the steps read and write.
   * @throws AppError `backup_place_full` when the place has less space
   */
  sizes(full: boolean, signal: AbortSignal): Promise<StepSizes> {
    const { database, place } = this.source;
    const sizer = new BackupSizer(database, place, this.pool);
    return sizer.measure(full, signal);
  }

  /** Dumps the database. */
  async dump({ backupId }: BackupJob, progress: BackupProgress): Promise<void> {
    const dumper = new DatabaseDumper(this.source.database, this.files, this.drafts);
    await dumper.dump(backupId, progress);
  }

  /** Copies recordings. @returns how many could not be copied */
  async copy({ backupId }: BackupJob, progress: BackupProgress): Promise<number> {
    const copier = new BlobCopier(this.source.blobs, this.pool, this.files);
    return (await copier.copy(await this.draft(backupId), progress)).length;
  }

  /**
   * Verifies a backup and publishes it.
   * @throws AppError `backup_damaged` that says what is not as it was; then it is not published
   */
  async verify(job: BackupJob, progress: BackupProgress): Promise<Manifest> {
    const published = await this.catalog.find(job.backupId);
    if (published !== null) {
      await this.drafts.remove(job.backupId);
      return published.manifest;
    }
    const draft = await this.draft(job.backupId);
    const blobs = await this.verifyBlobs(job, draft, progress);
    const { differences, projectionDifferences } = await this.verifyDump(job, draft, progress);
    const damaged = blobs.damaged.map((sha256) => `Recording ${sha256} is damaged.`);
    const found = [...differences, ...damaged];
    if (found.length > 0) throw damagedBackup(this.source.place, found);
    return this.publish(job, draft, { ...blobs, projectionDifferences }, progress.signal);
  }

  /** Removes backups that need not be kept, unless this one lacks recordings that they may have. */
  async prune(
    { backupId }: BackupJob,
    keep: KeepRule,
    nowMs: number,
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    const made = await this.catalog.find(backupId);
    if (made === null || made.manifest.missingBlobs.length > 0) return [];
    const pruner = new BackupPruner(this.source, this.catalog, this.drafts, this.pool, this.files);
    return pruner.prune(keep, nowMs, signal);
  }

  /** The manifest of a backup that was published; `null` when there is none. */
  async find(backupId: string): Promise<Manifest | null> {
    return (await this.catalog.find(backupId))?.manifest ?? null;
  }

  private async verifyBlobs(
    { full }: BackupJob,
    { blobList }: Draft,
    progress: BackupProgress,
  ): Promise<VerifiedBlobs> {
    const { backups } = await this.catalog.read();
    const earlier = backups.find(
      (backup) => isGood(backup) && backup.manifest.keyId === this.source.sealer.keyId,
    );
    const selection = {
      full,
      // Grows by one with each nightly backup, whatever was removed meanwhile.
      round: Math.floor(Date.now() / DAY_MS),
      earlier: earlier?.manifest.blobList ?? null,
    };
    return new BlobVerifier(this.pool, this.files).verify(blobList, selection, progress);
  }

  private verifyDump(job: BackupJob, draft: Draft, progress: BackupProgress) {
    const restorer = new DumpRestorer(this.source.database.toolsFolder, this.files);
    const verifier = new DumpVerifier(restorer, this.scratch);
    return verifier.verify(job.backupId, draft, progress);
  }

  private async publish(
    { backupId, taskId, reason = 'backup' }: BackupJob,
    draft: Draft,
    {
      checked,
      missing,
      projectionDifferences,
    }: VerifiedBlobs & Pick<VerifiedDump, 'projectionDifferences'>,
    signal: AbortSignal,
  ): Promise<Manifest> {
    const at = new Date().toISOString();
    const found = { projectionDifferences, differences: [] };
    const verification: Verification = { at, ok: true, blobsChecked: checked, ...found };
    const manifest: Manifest = {
      ...draft,
      ...{ format: BACKUP_FORMAT, id: backupId, reason, taskId, version: this.source.version },
      finishedAt: at,
      missingBlobs: [...missing],
      keyId: this.source.sealer.keyId,
      verification,
    };
    await this.drafts.removeOthers(backupId, [draft.database.name, draft.blobList.name]);
    const content = Buffer.from(JSON.stringify(manifest, null, 2));
    await this.source.place.write(manifestName(backupId), Readable.from([content]), signal);
    await this.drafts.remove(backupId);
    return manifest;
  }

  private async draft(backupId: string): Promise<Draft> {
    const draft = await this.drafts.find(backupId);
    if (draft !== null) return draft;
    const message = `The dump of backup ${backupId} is gone from ${this.source.place.label}.`;
    throw new AppError('backup_damaged', message);
  }
}

function damagedBackup({ label }: BackupPlace, found: readonly string[]): AppError {
  const more = found.length > SHOWN ? ` And ${found.length - SHOWN} more.` : '';
  const message = `The backup in ${label} is not what was backed up: ${found.slice(0, SHOWN).join(' ')}${more}`;
  return new AppError('backup_damaged', message, { details: { differences: found } });
}
