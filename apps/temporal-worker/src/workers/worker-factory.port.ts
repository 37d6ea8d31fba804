import type { NativeConnection, Worker } from '@temporalio/worker';
import type { TaskQueue } from '#contracts/messages';

/** Makes the Temporal worker of one role. */
export interface WorkerFactory {
  readonly role: TaskQueue;
  create(connection: NativeConnection): Promise<Worker>;
  /** Ends what the role owns, after its worker has stopped. */
  close(): Promise<void>;
}
