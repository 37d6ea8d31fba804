import { setTimeout as sleep } from 'node:timers/promises';
import { isDatabaseAway } from '#store';

const PAUSE_MS = 250;
/** A database that is started again is back by then; one that stays away is left to Temporal. */
const LONGEST_WAIT_MS = 10_000;

/**
 * Stores what an engine has made. It is worth more than a wait, so a database that goes away at
 * this moment is tried again before the work is lost.
 * @param store told whether it was tried before, and so may have been stored without an answer
 * @param signal ends the waiting
 * @throws what the last try failed with
 */
export async function storeFinished(
  store: (again: boolean) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const until = Date.now() + LONGEST_WAIT_MS;
  for (let again = false; ; again = true) {
    try {
      await store(again);
      return;
    } catch (error) {
      if (!isDatabaseAway(error) || Date.now() >= until || signal.aborted) throw error;
    }
    await sleep(PAUSE_MS, undefined, { signal });
  }
}
