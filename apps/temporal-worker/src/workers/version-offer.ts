import { setInterval, setTimeout as sleep } from 'node:timers/promises';
import type { WorkerVersions } from '#temporal';
import type { Logger } from '#platform';

/** Pauses between offers. */
export interface OfferPauses {
  /** Until the first offer is handled. */
  readonly firstMs: number;
  readonly nextMs: number;
}

const PAUSES: OfferPauses = {
  // Short, because Temporal knows a version soon after the first poll for it.
  firstMs: 100,
  // Longer, because later offers only replace a current version that no worker serves any more.
  nextMs: 15_000,
};

/** Offers a worker's version as the current one, repeatedly, while the worker runs. */
export class VersionOffer {
  constructor(
    private readonly versions: Pick<WorkerVersions, 'offer'>,
    private readonly buildId: string,
    private readonly logger: Logger,
    private readonly pauses = PAUSES,
  ) {}

  /**
   * Waits until Temporal has handled the first offer. Further offers follow in the background until
   * the signal is aborted.
   * @throws the signal's abort error when it is aborted before the first offer is handled
   */
  async start(signal: AbortSignal): Promise<void> {
    while (!(await this.offer())) await sleep(this.pauses.firstMs, undefined, { signal });
    void this.keepOffering(signal);
  }

  private async keepOffering(signal: AbortSignal): Promise<void> {
    const pauses = setInterval(this.pauses.nextMs, undefined, { signal, ref: false });
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
      this.logger.warn(
        { buildId: this.buildId, reason },
        'cannot offer the worker version yet; retrying',
      );
      return false;
    }
  }
}
