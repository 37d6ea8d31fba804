import type { NativeConnection, Worker } from '@temporalio/worker';
import type { Logger } from '#platform';
import type { WorkerFactory } from './worker-factory.port.ts';

/**
 * Runs one Temporal worker for each role of this process, until {@link stop} or until one of them
 * fails. Each takes work as soon as it is created: that of workflows starts a thread, which takes longer than all
 * others, and a recording whose worker was killed need not wait for it. On shutdown, workers finish or return their
 * running activities; then the resources of the roles are released.
 */
export class WorkerHost {
  private readonly workers: Worker[] = [];
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
   * @throws the error of a worker that cannot be created or fails permanently, after the other workers have stopped
   */
  async run(connection: NativeConnection, onReady: () => void): Promise<void> {
    const creations = this.factories.map(async (factory) => factory.create(connection));
    const runs = creations.map((creation) => this.runWhenCreated(creation));
    void this.onPolling(creations, connection, onReady);
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

  private async runWhenCreated(creation: Promise<Worker>): Promise<void> {
    const worker = await creation;
    this.workers.push(worker);
    const run = worker.run();
    if (this.stopping) worker.shutdown();
    await run;
  }

  /** `onReady` is never called when a worker cannot be created, or when the host stops before the `onPolling` steps are done. */
  private async onPolling(
    creations: readonly Promise<Worker>[],
    connection: NativeConnection,
    onReady: () => void,
  ): Promise<void> {
    const created = await Promise.allSettled(creations);
    if (created.some(({ status }) => status === 'rejected')) return;
    const { signal } = this.stopped;
    try {
      signal.throwIfAborted();
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
