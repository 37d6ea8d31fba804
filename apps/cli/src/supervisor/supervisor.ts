import type { Reporter } from '../logs/reporter.ts';

const TITLE_WIDTH = 20;

/** One step of a start: a part, or an action between two parts. */
export interface StartStep {
  /** Display name. */
  readonly title: string;
  /** @throws StartError when it does not succeed */
  start(): Promise<void>;
  /** Undoes `start`, even if that has failed or is still in progress. */
  stop(): Promise<void>;
}

/** Starts all steps in order, and stops them in reverse order. */
export class Supervisor {
  private readonly started: StartStep[] = [];
  private stopped: Promise<void> | null = null;

  /** @param steps in start order */
  constructor(
    private readonly steps: readonly StartStep[],
    private readonly reporter: Reporter,
  ) {}

  /**
   * Starts all steps.
   * @returns whether all steps run; `false` when `stop` was called in the meantime
   * @throws StartError when a step fails; earlier steps still run then, so call `stop`
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

  /** Stops the started steps in reverse order. Every call waits for the same stop. */
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
