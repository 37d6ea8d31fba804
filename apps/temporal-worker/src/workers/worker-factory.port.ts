import type { NativeConnection, Worker } from '@temporalio/worker';
import type { TaskQueue } from '#contracts/model';

/** Creates the Temporal worker of one role. */
export interface WorkerFactory {
  readonly role: TaskQueue;
  create(connection: NativeConnection): Promise<Worker>;
  /**
   * Runs once the worker polls and before it reports ready. Optional.
   * @param signal aborted when the worker stops
   */
  onPolling?(connection: NativeConnection, signal: AbortSignal): Promise<void>;
  /** Releases the resources of the role after its worker has stopped. Optional. */
  close?(): Promise<void>;
}
