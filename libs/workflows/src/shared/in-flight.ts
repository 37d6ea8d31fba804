import { condition } from '@temporalio/workflow';

/**
 * Runs promises side by side, a bounded number at once. The first failure is kept and thrown to
 * whoever adds or waits next.
 */
export class InFlight {
  private running = 0;
  private failure: { readonly reason: unknown } | null = null;

  /** @param limit most that may run at once, at least 1 */
  constructor(private readonly limit: number) {}

  /** Waits for a free place and starts the work there; does not wait for its end. */
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

  /** Waits until nothing runs any more, or something has failed. */
  async drain(): Promise<void> {
    await condition(() => this.running === 0 || this.failure !== null);
    this.throwFailure();
  }

  /** Waits until nothing runs any more, whatever failed. */
  async settled(): Promise<void> {
    await condition(() => this.running === 0);
  }

  private throwFailure(): void {
    if (this.failure !== null) throw this.failure.reason;
  }
}
