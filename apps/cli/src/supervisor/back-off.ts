const SECOND_MS = 500;
const LONGEST_MS = 30_000;
const STABLE_MS = 10_000;

/**
 * Back-off before a crashed part is restarted: none after the first crash, then half a second,
 * doubled with each crash, at most half a minute. A run of ten seconds counts as healthy and resets
 * it: nothing that cannot start runs for so long.
 */
export class BackOff {
  private crashes = 0;

  /**
   * @param ranMs how long the part had run when it exited
   * @returns milliseconds to wait
   */
  next(ranMs: number): number {
    if (ranMs >= STABLE_MS) this.crashes = 0;
    const waitMs =
      this.crashes === 0 ? 0 : Math.min(LONGEST_MS, SECOND_MS * 2 ** (this.crashes - 1));
    this.crashes += 1;
    return waitMs;
  }
}
