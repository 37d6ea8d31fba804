import type { BackupsConfig } from '#platform';
import { BlobPool } from '../blobs/blob-pool.ts';
import { BackupCatalog } from '../catalog/backup-catalog.ts';
import { RestoredErasures } from '../erasures/restored-erasures.ts';
import { TombstoneList } from '../erasures/tombstone-list.ts';
import { BackupFiles } from '../files/backup-files.ts';
import { BackupMaker, type BackupSource } from '../making/backup-maker.ts';
import { DumpRestorer } from '../making/dump-restorer.ts';
import { openSource, type BackedUp } from '../making/open-source.ts';
import { ScratchDatabases } from '../postgres/scratch/scratch-databases.ts';
import { BackupUnpacker } from './backup-unpacker.ts';
import { BlobRestorer } from './blob-restorer.ts';
import { DatabaseSwitch } from './database-switch.ts';
import { Maintenance } from './maintenance.ts';
import { RestoreEnding } from './restore-ending.ts';
import { Restorer } from './restorer.ts';

/** Opens what restores backups. @throws AppError `backup_key_wrong` when the key cannot be read */
export async function openRestorer(config: BackupsConfig, given: BackedUp): Promise<Restorer> {
  return restorerOf(await openSource(config, given));
}

/** A restorer of the backups in a place. */
export function restorerOf(source: BackupSource): Restorer {
  const { place, sealer, database, blobs } = source;
  const files = new BackupFiles(place, sealer);
  const pool = new BlobPool(place, sealer);
  const scratch = new ScratchDatabases(database.url);
  const unpacker = new BackupUnpacker({
    ...{ sealer, files, pool, scratch },
    catalog: new BackupCatalog(place),
    dumps: new DumpRestorer(database.toolsFolder, files),
    blobs: new BlobRestorer(blobs, pool, files),
    erasures: new RestoredErasures(database.url, new TombstoneList(place)),
  });
  return new Restorer({
    url: database.url,
    unpacker,
    maker: new BackupMaker(source),
    maintenance: new Maintenance(database.url),
    databases: new DatabaseSwitch(database.url),
    ending: new RestoreEnding(database.url),
  });
}
