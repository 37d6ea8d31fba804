import { NativeConnection } from '@temporalio/worker';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '#platform';

const RETRY_MS = 1_000;

/**
 * Connects to Temporal, and keeps trying while it is away.
 * @param address `host:port`
 * @param signal ends the trying
 */
export async function connectToTemporal(
  address: string,
  logger: Logger,
  signal: AbortSignal,
): Promise<NativeConnection> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await NativeConnection.connect({ address });
    } catch (error) {
      signal.throwIfAborted();
      const fields = { address, tries, reason: error instanceof Error ? error.message : error };
      logger.warn(fields, 'Temporal cannot be reached yet');
      await sleep(RETRY_MS, undefined, { signal });
    }
  }
}
