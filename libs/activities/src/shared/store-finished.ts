import { setTimeout as sleep } from 'node:timers/promises';
import { isDatabaseAway } from '#store';

const PAUSE_MS = 250;
/** Long enough for a restart of the database; after it, Temporal retries the activity. */
const LONGEST_WAIT_MS = 10_000;

/**
 * Stores a result of an engine. The result is costly, so storing it is retried while the database
 * is unavailable, for up to 10 seconds.
 * @param store stores the result; its argument is whether an earlier try may have stored it already
 * @param signal aborts the wait
 * @throws the error of the last try, or an `AbortError`
 */
export async function storeFinished(
  store: (again: boolean) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT_MS;
  for (let again = false; ; again = true) {
    try {
      await store(again);
      return;
    } catch (error) {
      if (!isDatabaseAway(error) || Date.now() >= deadline || signal.aborted) throw error;
    }
    await sleep(PAUSE_MS, undefined, { signal });
  }
}
