/** Lets a few do their work at the same time; the others wait, in the order in which they came. */
export class InTurn {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** @param limit how many work at the same time, at least 1 */
  constructor(private readonly limit: number) {}

  /**
   * Does the work once it is its turn.
   * @throws what the work throws; the reason of the signal when it is aborted while waiting
   */
  async run<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    await this.take(signal);
    try {
      return await work();
    } finally {
      this.pass();
    }
  }

  private async take(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.running < this.limit) {
      this.running += 1;
      return;
    }
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const leave = () => {
      this.waiting.splice(this.waiting.indexOf(begin), 1);
      reject(new Error('stopped while waiting', { cause: signal.reason }));
    };
    const begin = () => {
      signal.removeEventListener('abort', leave);
      resolve(undefined);
    };
    this.waiting.push(begin);
    signal.addEventListener('abort', leave, { once: true });
    await promise;
  }

  /** Gives the turn to the next one. */
  private pass(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}
