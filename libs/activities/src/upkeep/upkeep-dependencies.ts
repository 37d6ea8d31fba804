import type { RunInspector, TaskDelivery, WakeDelivery, WorkerVersions } from '#dispatch';
import type { Logger } from '#platform';
import type {
  BlobStore,
  OutboxRepository,
  TasksRepository,
  UpkeepRepository,
  WakesRepository,
} from '#store';

/** What a worker needs to look after everything else. */
export interface UpkeepDependencies {
  readonly upkeep: UpkeepRepository;
  readonly tasks: TasksRepository;
  readonly outbox: OutboxRepository;
  readonly wakes: WakesRepository;
  readonly blobs: BlobStore;
  readonly taskDelivery: TaskDelivery;
  readonly wakeDelivery: WakeDelivery;
  readonly inspector: RunInspector;
  readonly versions: WorkerVersions;
  readonly logger: Logger;
  /** Whether memories are scored. */
  readonly scoring: boolean;
}
