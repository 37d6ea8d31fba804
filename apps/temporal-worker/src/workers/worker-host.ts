import type { NativeConnection, Worker } from '@temporalio/worker';
import type { Logger } from '#platform';
import type { WorkerFactory } from './worker-factory.port.ts';

/**
 * Runs one Temporal worker for each role of this process, until it is told to stop or one of them
 * fails. Workers first finish or hand back their work; then what they own is closed.
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
   * Takes work until {@link stop}.
   * @param onReady called once all workers poll their queues and have done what they do first
   * @throws when a worker fails for good; the others are stopped before
   */
  async run(connection: NativeConnection, onReady: () => void): Promise<void> {
    this.workers = await Promise.all(this.factories.map((factory) => factory.create(connection)));
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

  /** Takes no new work; {@link run} returns when the work in hand is finished or handed back. */
  stop(): void {
    if (this.stopping) return;
    this.stopped.abort();
    this.logger.info('stopping: finishing or handing back the work in hand');
    this.shutDownAll();
  }

  /** Whoever stops before that is never ready. */
  private async onPolling(connection: NativeConnection, onReady: () => void): Promise<void> {
    const { signal } = this.stopped;
    try {
      await Promise.all(this.factories.map(async (each) => each.onPolling?.(connection, signal)));
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
