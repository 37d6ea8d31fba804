import type { BackupMaker } from '#backups';
import type { BackupRetention, Logger } from '#platform';
import type { Repositories } from '#store';

/** What a worker needs to make backups. */
export interface BackupDependencies extends Pick<
  Repositories,
  'installationRuns' | 'installationTasks' | 'tasks'
> {
  /** Opens the place of the backups. @throws AppError `backup_key_wrong` */
  readonly openBackups: () => Promise<BackupMaker>;
  readonly keep: BackupRetention;
  readonly logger: Logger;
}
