import { existsSync } from 'node:fs';
import type { BackupsConfig } from '#platform';
import type { BlobStore } from '#store';
import { loadSealer } from '../files/load-sealer.ts';
import { openPlace } from '../places/open-place.ts';
import type { BackupSource } from './backup-maker.ts';

/** What backups are made of. */
export interface BackedUp {
  /** `postgresql://…` */
  readonly databaseUrl: string;
  /** Where the server has its data if it runs on this machine; otherwise there is no such folder. */
  readonly databaseFolder: string;
  readonly blobs: BlobStore;
  /** Version of Afterword. */
  readonly version: string;
}

/**
 * Opens the place of the backups and reads the key, anew each time: both may be mended while the
 * process runs.
 * @throws AppError `backup_key_wrong` when the key cannot be read
 */
export async function openSource(
  { place, seal, toolsFolder }: BackupsConfig,
  { databaseUrl: url, databaseFolder, blobs, version }: BackedUp,
): Promise<BackupSource> {
  const folder = existsSync(databaseFolder) ? databaseFolder : null;
  return {
    place: openPlace(place),
    sealer: await loadSealer(seal),
    database: { url, folder, toolsFolder },
    blobs,
    version,
  };
}
