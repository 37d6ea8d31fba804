import type { AbandonedRestores } from '#backups';
import type { Logger } from '#platform';
import type { BlobStore, Repositories } from '#store';
import type { DueCleanUp } from '../clean-up/due-clean-up.ts';
import type { ExportSweeper } from '../export/export-sweeper.ts';
import type { DueRetention } from '../retention/due-retention.ts';
import type { ImportSweeper } from '../import/import-sweeper.ts';
import type {
  EarlierEntityRuns,
  RunInspector,
  TaskDelivery,
  WorkerVersions,
  WorkSignalDelivery,
} from '#temporal';

/** What a worker needs for maintenance. */
export interface MaintenanceDependencies extends Pick<
  Repositories,
  | 'bulkChanges'
  | 'replacements'
  | 'speakerRenames'
  | 'erasures'
  | 'maintenance'
  | 'tasks'
  | 'outbox'
  | 'pendingWork'
  | 'waitingMemories'
  | 'workSignals'
> {
  readonly blobs: BlobStore;
  readonly dueCleanUp: Pick<DueCleanUp, 'requestIfDue'>;
  readonly dueRetention: Pick<DueRetention, 'requestIfDue'>;
  readonly exportSweeper: Pick<ExportSweeper, 'sweep'>;
  readonly importSweeper: Pick<ImportSweeper, 'sweep'>;
  readonly taskDelivery: TaskDelivery;
  readonly signalDelivery: WorkSignalDelivery;
  readonly inspector: RunInspector;
  readonly versions: WorkerVersions;
  readonly earlierRuns: EarlierEntityRuns;
  readonly abandonedRestores: Pick<AbandonedRestores, 'end'>;
  readonly logger: Logger;
}
