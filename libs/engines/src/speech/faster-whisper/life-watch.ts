import type { AppError } from '#platform';
import { frozen, stalled } from './speech-errors.ts';

/** Without a beat for so long, four of them are missing. */
const UNRESPONSIVE_AFTER_MS = 2_000;

/** How long a speech process with work may be silent, in milliseconds. */
export interface LifeLimits {
  /** Without any sign of life. */
  readonly silenceTimeoutMs: number;
  /** Beating, but without a word of its work. */
  readonly stallTimeoutMs: number;
}

/** Judges by what a speech process sends whether it lives, and whether its work gets on. */
export class LifeWatch {
  /**
   * Time without any sign of life. Counted in looks, not by the clock: a worker that was itself
   * held up has looked only once meanwhile, and does not take the process for frozen.
   */
  private silentMs = 0;
  private lastWordMs = performance.now();

  constructor(private readonly limits: LifeLimits) {}

  get isResponsive(): boolean {
    return this.silentMs < UNRESPONSIVE_AFTER_MS;
  }

  /** When the process last said something of its work, on the clock of `performance`. */
  get lastHeardMs(): number {
    return this.lastWordMs;
  }

  /** The process gave a sign of life. */
  felt(): void {
    this.silentMs = 0;
  }

  /** The process said something of its work, or gets its first work now: silence before meant nothing. */
  heard(): void {
    this.silentMs = 0;
    this.lastWordMs = performance.now();
  }

  /**
   * Looks at a process that has work.
   * @param sinceLastLookMs the pace at which it is looked at
   * @param silences for how long each of its calls has been silent
   * @returns why it has to be ended, or `null` when all is well
   */
  look(sinceLastLookMs: number, silences: readonly number[]): AppError | null {
    this.silentMs += sinceLastLookMs;
    if (this.silentMs >= this.limits.silenceTimeoutMs) return frozen(this.silentMs);
    const longestMs = Math.max(performance.now() - this.lastWordMs, ...silences);
    return longestMs > this.limits.stallTimeoutMs ? stalled(longestMs) : null;
  }
}
