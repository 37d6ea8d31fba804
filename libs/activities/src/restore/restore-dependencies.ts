import type { RestoreEnding, Restorer } from '#backups';
import type { Logger } from '#platform';
import type { Repositories } from '#store';
import type { ReplacedRuns } from '#temporal';

/** What a worker needs to restore backups. */
export interface RestoreDependencies extends Pick<Repositories, 'installationRuns'> {
  /** Opens the place of the backups. @throws AppError `backup_key_wrong` */
  readonly openRestorer: () => Promise<Restorer>;
  /** Needs neither the place nor the key. */
  readonly restoreEnding: RestoreEnding;
  readonly replacedRuns: Pick<ReplacedRuns, 'terminateAllBut'>;
  readonly logger: Logger;
}
