import type { NativeConnection, Worker } from '@temporalio/worker';
import type { Logger } from '#platform';
import type { WorkerFactory } from './worker-factory.port.ts';

/**
 * Runs one Temporal worker for each role of this process, until {@link stop} or until one of them
 * fails. On shutdown, workers finish or return their running activities; then the resources of the
 * roles are released.
 */
export class WorkerHost {
  private workers: readonly Worker[] = [];
  private readonly stopped = new AbortController();

  constructor(
    private readonly factories: readonly WorkerFactory[],
    private readonly logger: Logger,
  ) {}

  private get stopping(): boolean {
    return this.stopped.signal.aborted;
  }

  /**
   * Runs the workers until {@link stop}.
   * @param onReady called once all workers poll their queues and their `onPolling` steps are done
   * @throws the error of a worker that fails permanently, after the other workers have stopped
   */
  async run(connection: NativeConnection, onReady: () => void): Promise<void> {
    this.workers = await this.createAll(connection);
    const runs = this.workers.map((worker) => worker.run());
    if (this.stopping) this.shutDownAll();
    else void this.onPolling(connection, onReady);
    try {
      await Promise.all(runs);
    } finally {
      this.stop();
      await Promise.allSettled(runs);
      await Promise.all(this.factories.map(async (factory) => factory.close?.()));
    }
  }

  /** Stops polling; {@link run} returns when running activities are finished or returned. */
  stop(): void {
    if (this.stopping) return;
    this.stopped.abort();
    this.logger.info('stopping: finishing or returning running activities');
    this.shutDownAll();
  }

  /** @throws the failure of the first worker that cannot be created, once all have been tried */
  private async createAll(connection: NativeConnection): Promise<readonly Worker[]> {
    const created = await Promise.allSettled(
      this.factories.map(async (factory) => factory.create(connection)),
    );
    return created.map((result) => {
      if (result.status === 'rejected') throw result.reason;
      return result.value;
    });
  }

  /** `onReady` is never called when the host stops before the `onPolling` steps are done. */
  private async onPolling(connection: NativeConnection, onReady: () => void): Promise<void> {
    const { signal } = this.stopped;
    try {
      await Promise.all(
        this.factories.map(async (factory) => factory.onPolling?.(connection, signal)),
      );
      if (!this.stopping) onReady();
    } catch (error) {
      if (!signal.aborted) this.logger.error({ err: error }, 'the worker cannot become ready');
    }
  }

  private shutDownAll(): void {
    for (const worker of this.workers) {
      if (worker.getState() === 'RUNNING') worker.shutdown();
    }
  }
}
