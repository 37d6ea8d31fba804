import type { Reporter } from '../logs/reporter.ts';

const TITLE_WIDTH = 20;

/** One thing on the way up: a part, or something to do between two parts. */
export interface StartStep {
  /** What people call it. */
  readonly title: string;
  /** @throws StartError when it does not succeed */
  start(): Promise<void>;
  /** Undoes `start`, also when that has failed or is still going on. */
  stop(): Promise<void>;
}

/** Takes all steps in order, and stops them in the reverse order. */
export class Supervisor {
  private readonly started: StartStep[] = [];
  private stopped: Promise<void> | null = null;

  /** @param steps in the order of starting */
  constructor(
    private readonly steps: readonly StartStep[],
    private readonly reporter: Reporter,
  ) {}

  /**
   * Starts everything.
   * @returns whether all of it runs; `false` when `stop` was called meanwhile
   * @throws StartError when a step fails; what was started before still runs, so call `stop`
   */
  async start(): Promise<boolean> {
    for (const step of this.steps) {
      if (this.isStopping()) return false;
      this.started.push(step);
      const startedAt = Date.now();
      await step.start();
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
      if (!this.isStopping())
        this.reporter.say(`  ✓ ${step.title.padEnd(TITLE_WIDTH)} ${seconds} s`);
    }
    return !this.isStopping();
  }

  /** Stops what was started, the last first. Every call waits for the same stop. */
  stop(): Promise<void> {
    this.stopped ??= this.stopAll();
    return this.stopped;
  }

  private isStopping(): boolean {
    return this.stopped !== null;
  }

  private async stopAll(): Promise<void> {
    for (const step of this.started.toReversed()) await step.stop();
  }
}
