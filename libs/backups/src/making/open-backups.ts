import type { BackupsConfig } from '#platform';
import { BackupMaker } from './backup-maker.ts';
import { openSource, type BackedUp } from './open-source.ts';

/** Opens what makes backups. @throws AppError `backup_key_wrong` when the key cannot be read */
export async function openBackups(config: BackupsConfig, given: BackedUp): Promise<BackupMaker> {
  return new BackupMaker(await openSource(config, given));
}
