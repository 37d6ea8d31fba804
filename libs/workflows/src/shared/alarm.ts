import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/** An armed timer. */
interface Armed {
  readonly atMs: number;
  readonly scope: CancellationScope;
}

/**
 * One timer for whatever is due next. It is replaced only by an earlier one, so that changes that
 * postpone the next due time write nothing to the history; then it rings too early, and is set
 * again.
 */
export class Alarm {
  private armed: Armed | null = null;

  /** @param onRing called when the timer fires */
  constructor(private readonly onRing: () => void) {}

  /**
   * Rings at this time, or earlier if the alarm is already set to an earlier time.
   * @param atMs milliseconds since the epoch; `null` changes nothing
   */
  set(atMs: number | null): void {
    if (atMs === null || (this.armed !== null && this.armed.atMs <= atMs)) return;
    this.armed?.scope.cancel();
    const scope = new CancellationScope();
    this.armed = { atMs, scope };
    void this.wait(this.armed);
  }

  private async wait(armed: Armed): Promise<void> {
    try {
      await armed.scope.run(() => sleep(Math.max(1, armed.atMs - Date.now())));
    } catch (failure) {
      if (isCancellation(failure)) return;
      throw failure;
    }
    this.armed = null;
    this.onRing();
  }
}
