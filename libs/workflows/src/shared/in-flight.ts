import { condition } from '@temporalio/workflow';

/**
 * Runs promises concurrently, up to a limit. The first failure is kept and thrown by `add` and
 * `drain` from then on.
 */
export class InFlight {
  private running = 0;
  private failure: { readonly reason: unknown } | null = null;

  /** @param limit maximum number of promises that run at once, at least 1 */
  constructor(private readonly limit: number) {}

  /**
   * Waits for a free slot and starts the work; does not wait for its end.
   * @throws the first failure of any work
   */
  async add(work: () => Promise<void>): Promise<void> {
    await condition(() => this.running < this.limit || this.failure !== null);
    this.throwFailure();
    this.running += 1;
    work()
      .catch((reason: unknown) => {
        this.failure ??= { reason };
      })
      .finally(() => {
        this.running -= 1;
      });
  }

  /**
   * Waits until nothing runs any more, or some work has failed.
   * @throws the first failure of any work
   */
  async drain(): Promise<void> {
    await condition(() => this.running === 0 || this.failure !== null);
    this.throwFailure();
  }

  /** Waits until nothing runs any more. Never throws a failure of the work. */
  async settled(): Promise<void> {
    await condition(() => this.running === 0);
  }

  private throwFailure(): void {
    if (this.failure !== null) throw this.failure.reason;
  }
}
