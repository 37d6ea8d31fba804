import type { BackupsConfig } from '#platform';
import type { BlobStore } from '#store';
import { loadSealer } from '../files/load-sealer.ts';
import { openPlace } from '../places/open-place.ts';
import { BackupMaker } from './backup-maker.ts';

/** What backups are made of. */
export interface BackedUp {
  /** `postgresql://…` */
  readonly databaseUrl: string;
  readonly blobs: BlobStore;
  /** Version of Afterword. */
  readonly version: string;
}

/**
 * Opens the place of the backups and reads the key, anew each time: both may be mended while the
 * process runs.
 * @throws AppError `backup_key_wrong` when the key cannot be read
 */
export async function openBackups(
  { place, seal, toolsFolder }: BackupsConfig,
  { databaseUrl: url, blobs, version }: BackedUp,
): Promise<BackupMaker> {
  return new BackupMaker({
    place: openPlace(place),
    sealer: await loadSealer(seal),
    database: { url, toolsFolder },
    blobs,
    version,
  });
}
