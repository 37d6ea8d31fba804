import { AppError } from '#platform';
import { migrateDatabase, ownSchemaVersion } from '#store';
import type { BlobPool } from '../blobs/blob-pool.ts';
import type { RestoredErasures } from '../erasures/restored-erasures.ts';
import type { BackupCatalog, CompleteBackup } from '../catalog/backup-catalog.ts';
import type { BackupFiles } from '../files/backup-files.ts';
import type { Sealer } from '../files/sealer.port.ts';
import type { BackupProgress } from '../making/backup-progress.ts';
import type { DumpRestorer } from '../making/dump-restorer.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { onConnection } from '../postgres/on-connection.ts';
import type { ScratchDatabases } from '../postgres/scratch/scratch-databases.ts';
import type { BlobRestorer } from './blob-restorer.ts';

/** What a backup is unpacked with. */
export interface Unpacking {
  readonly catalog: BackupCatalog;
  readonly sealer: Sealer;
  readonly files: BackupFiles;
  readonly pool: BlobPool;
  readonly dumps: DumpRestorer;
  readonly blobs: BlobRestorer;
  readonly scratch: ScratchDatabases;
  readonly erasures: RestoredErasures;
}

/** Restores backups beside the installation's own database, which goes on as if nothing was. */
export class BackupUnpacker {
  constructor(private readonly tools: Unpacking) {}

  /**
   * The backup, if this version and this key can restore it.
   * @throws AppError `not_found`, `backup_damaged`, `backup_format_unknown` when a newer version has
   *   written it, `backup_key_wrong`, `backup_place_unavailable`
   */
  async find(backupId: string): Promise<CompleteBackup> {
    const { backups, unreadable } = await this.tools.catalog.read();
    const backup = backups.find(({ id }) => id === backupId);
    if (backup === undefined) throw notRestorable(backupId, unreadable.find(isOf(backupId)));
    const { contents, keyId, version } = backup.manifest;
    if (keyId !== this.tools.sealer.keyId) throw wrongKey(backupId, keyId);
    if (contents.schemaVersion > (await ownSchemaVersion())) {
      const message = `The backup ${backupId} was made by version ${version}, which has a newer schema.`;
      throw new AppError('backup_format_unknown', message);
    }
    return backup;
  }

  /**
   * Restores the dump of a backup into the scratch database of a run, compares it with what was
   * dumped, migrates it, and erases from it who was erased since. What an earlier try has left is
   * replaced.
   * @returns SHA-256 of the recordings that nobody needs any more
   * @throws AppError as {@link find}; `backup_damaged` when it is not what was dumped; that of
   *   PostgreSQL. The scratch database is dropped then.
   */
  async unpack(
    run: string,
    backupId: string,
    progress: BackupProgress,
  ): Promise<ReadonlySet<string>> {
    const { manifest } = await this.find(backupId);
    try {
      const { url } = await this.tools.scratch.create(run, 'restore');
      const differences = await this.tools.dumps.restore(manifest, url, progress);
      if (differences.length > 0) throw notAsDumped(backupId, differences);
      await migrateDatabase(url);
      const unneeded = await this.tools.erasures.apply(url, progress.signal);
      // Statistics are not part of a dump; without them, the first queries are slow.
      await onConnection(url, (client) => client.query('ANALYZE'));
      return unneeded;
    } catch (error) {
      await this.tools.scratch.drop(run).catch(() => undefined);
      throw error;
    }
  }

  /**
   * Adds the recordings that the blob store lacks.
   * @param unneeded SHA-256 of those that are not put back
   * @returns SHA-256 of those that the backup lacks as well
   */
  async unpackBlobs(
    backupId: string,
    unneeded: ReadonlySet<string>,
    progress: BackupProgress,
  ): Promise<readonly string[]> {
    const { manifest } = await this.find(backupId);
    return this.tools.blobs.restore(manifest, unneeded, progress);
  }

  /**
   * How much a restore reads, in bytes; estimates.
   * @throws AppError as {@link find}
   */
  async sizeOf(backupId: string, signal: AbortSignal): Promise<number> {
    const { manifest } = await this.find(backupId);
    await this.tools.files.verifyStored(manifest.blobList, signal);
    return manifest.database.bytes + manifest.blobs.bytes;
  }
}

function isOf(backupId: string) {
  return ({ id }: { readonly id: string }) => id === backupId;
}

function notRestorable(
  backupId: string,
  unreadable: { readonly problem: 'damaged' | 'newer_format' } | undefined,
): AppError {
  if (unreadable?.problem === 'newer_format') {
    const message = `The backup ${backupId} has a format that this version does not know.`;
    return new AppError('backup_format_unknown', message);
  }
  if (unreadable?.problem === 'damaged') {
    return new AppError('backup_damaged', `The manifest of the backup ${backupId} is damaged.`);
  }
  return new AppError('not_found', `There is no backup ${backupId}.`);
}

function wrongKey(backupId: string, keyId: Manifest['keyId']): AppError {
  const fault =
    keyId === null
      ? `The backup ${backupId} is not encrypted, but a key is set.`
      : `The backup ${backupId} is encrypted with another key than the one that is set.`;
  return new AppError('backup_key_wrong', fault, { details: { keyId } });
}

const SHOWN = 5;

function notAsDumped(backupId: string, differences: readonly string[]): AppError {
  const shown = differences.slice(0, SHOWN).join(' ');
  const message = `The backup ${backupId} is not what was backed up: ${shown}`;
  return new AppError('backup_damaged', message, { details: { differences } });
}
