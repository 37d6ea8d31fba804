import type { NativeConnection, Worker } from '@temporalio/worker';
import type { TaskQueue } from '#contracts/model';

/** Makes the Temporal worker of one role. */
export interface WorkerFactory {
  readonly role: TaskQueue;
  create(connection: NativeConnection): Promise<Worker>;
  /**
   * What the role does once its worker polls and before it counts as ready; nothing when left out.
   * @param signal the worker stops
   */
  onPolling?(connection: NativeConnection, signal: AbortSignal): Promise<void>;
  /** Ends what the role owns, after its worker has stopped; nothing when left out. */
  close?(): Promise<void>;
}
