import { NativeConnection } from '@temporalio/worker';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '#platform';

const RETRY_MS = 1_000;

/**
 * Connects to Temporal, and reattempts every second while the server cannot be reached.
 * @param address `host:port`
 * @param signal ends the retries
 * @throws the signal's abort error once it is aborted
 */
export async function connectToTemporal(
  address: string,
  logger: Logger,
  signal: AbortSignal,
): Promise<NativeConnection> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await NativeConnection.connect({ address });
    } catch (error) {
      signal.throwIfAborted();
      const reason = error instanceof Error ? error.message : error;
      logger.warn(
        { address, attempts: attempt, reason },
        'cannot connect to Temporal yet; retrying',
      );
      await sleep(RETRY_MS, undefined, { signal });
    }
  }
}
