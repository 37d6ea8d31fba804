import { setInterval, setTimeout as sleep } from 'node:timers/promises';
import type { WorkerVersions } from '#temporal';
import type { Logger } from '#platform';

/** A version is known to Temporal soon after the first poll for it. */
const FIRST_PAUSE_MS = 100;
/** Later on it matters only that no version is current for long that nobody serves. */
const NEXT_PAUSE_MS = 15_000;

/** Offers a worker's version as the current one for as long as the worker runs. */
export class VersionOffer {
  constructor(
    private readonly versions: WorkerVersions,
    private readonly buildId: string,
    private readonly logger: Logger,
  ) {}

  /**
   * Waits until the first offer was considered, and goes on offering until the signal.
   * @throws the signal's reason when it comes first
   */
  async begin(signal: AbortSignal): Promise<void> {
    while (!(await this.offer())) await sleep(FIRST_PAUSE_MS, undefined, { signal });
    void this.goOn(signal);
  }

  private async goOn(signal: AbortSignal): Promise<void> {
    const pauses = setInterval(NEXT_PAUSE_MS, undefined, { signal, ref: false });
    try {
      for await (const _pause of pauses) await this.offer();
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  private async offer(): Promise<boolean> {
    try {
      return await this.versions.offer(this.buildId);
    } catch (error) {
      const reason = error instanceof Error ? error.message : error;
      this.logger.warn({ buildId: this.buildId, reason }, 'the version could not be offered yet');
      return false;
    }
  }
}
