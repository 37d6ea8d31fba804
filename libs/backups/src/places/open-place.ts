import type { BackupPlaceConfig } from '#platform';
import type { BackupPlace } from './backup-place.port.ts';
import { FolderPlace } from './folder.place.ts';
import { S3Place } from './s3.place.ts';

/** The place of backups that is set. Nothing is reached, read or created yet. */
export function openPlace(config: BackupPlaceConfig): BackupPlace {
  return config.kind === 'folder' ? new FolderPlace(config.folder) : new S3Place(config);
}
