import type { AppError } from '#platform';
import { frozen, stalled } from './speech-errors.ts';

/** Four times the heartbeat interval of the speech process. */
const UNRESPONSIVE_AFTER_MS = 2_000;

/** How long a speech process that has work may be silent, in milliseconds. */
export interface LifeLimits {
  /** Maximum time without any message, including heartbeats. */
  readonly silenceTimeoutMs: number;
  /** Maximum time with heartbeats only, without a message about its work. */
  readonly stallTimeoutMs: number;
}

/** Detects from the messages of a speech process whether it is frozen or its work is stalled. */
export class LifeWatch {
  /**
   * Time without any message. It counts check intervals instead of elapsed time: a worker that was
   * itself blocked has run only one check in the meantime, and does not consider the process frozen.
   */
  private silentMs = 0;
  private lastMessageAtMs = performance.now();

  constructor(private readonly limits: LifeLimits) {}

  get isResponsive(): boolean {
    return this.silentMs < UNRESPONSIVE_AFTER_MS;
  }

  /** Time of the last message that is not a heartbeat, as `performance.now()`. */
  get lastMessageMs(): number {
    return this.lastMessageAtMs;
  }

  /** Records a heartbeat of the process. */
  beatReceived(): void {
    this.silentMs = 0;
  }

  /**
   * Records a message about the work. Also called when an idle process receives work, because
   * earlier silence has no meaning then.
   */
  messageReceived(): void {
    this.silentMs = 0;
    this.lastMessageAtMs = performance.now();
  }

  /**
   * Checks a process that has work.
   * @param intervalMs interval between checks, in milliseconds
   * @param silencesMs time that each of its calls has been silent, in milliseconds
   * @returns the reason to kill the process, or `null` when it makes progress
   */
  check(intervalMs: number, silencesMs: readonly number[]): AppError | null {
    this.silentMs += intervalMs;
    if (this.silentMs >= this.limits.silenceTimeoutMs) return frozen(this.silentMs);
    const longestMs = Math.max(performance.now() - this.lastMessageAtMs, ...silencesMs);
    return longestMs > this.limits.stallTimeoutMs ? stalled(longestMs) : null;
  }
}
