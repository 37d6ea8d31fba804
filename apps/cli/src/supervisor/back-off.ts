const FIRST_MS = 500;
const LONGEST_MS = 30_000;
const STABLE_MS = 60_000;

/**
 * Back-off before a crashed part is restarted: half a second, doubled with each crash, at most half
 * a minute. A run of a minute counts as healthy and resets it.
 */
export class BackOff {
  private crashes = 0;

  /**
   * @param ranMs how long the part had run when it exited
   * @returns milliseconds to wait
   */
  next(ranMs: number): number {
    if (ranMs >= STABLE_MS) this.crashes = 0;
    const waitMs = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.crashes);
    this.crashes += 1;
    return waitMs;
  }
}
