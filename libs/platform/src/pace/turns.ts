/** Lets a limited number of works run at the same time; the others wait for their turn, in order. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** @param limit number of works that run at the same time */
  constructor(private readonly limit: number) {}

  /** Runs the work when it is its turn. @returns its result */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running < this.limit) this.running += 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      this.passOn();
    }
  }

  /** A turn goes to the next in line, so that none who comes later overtakes it. */
  private passOn(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.running -= 1;
    else next();
  }
}
