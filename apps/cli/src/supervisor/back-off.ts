const FIRST_MS = 500;
const LONGEST_MS = 30_000;
const STABLE_MS = 60_000;

/**
 * How long to wait before a crashed part is started again: half a second, doubled with each crash
 * up to half a minute. A part that ran for a minute counts as healthy and begins anew.
 */
export class BackOff {
  private crashes = 0;

  /**
   * @param ranMs how long the part had been running when it ended
   * @returns milliseconds to wait
   */
  next(ranMs: number): number {
    if (ranMs >= STABLE_MS) this.crashes = 0;
    const waitMs = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.crashes);
    this.crashes += 1;
    return waitMs;
  }
}
