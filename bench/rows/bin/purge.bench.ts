import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient } from '../../../test/support/api-client.ts';
import { startStack } from '../../../test/support/stack.ts';
import { exchangeBody } from '../../lib/exchange-body.ts';
import { JsonPoster } from '../../lib/json-poster.ts';
import { inParallel, percentile, timeOf } from '../../lib/measure.ts';
import type { BenchRow } from '../../lib/row.ts';
import { StackDatabase } from '../../lib/stack-database.ts';

const DELETED = 1_000;
const EXCHANGES_OF_EACH = 3;
const CONCURRENCY = 16;
/** Writes without anything beside them. */
const WRITES = 300;
/** Of the client: several people who talk at once, not a flood, whose own work would fill the machine. */
const WRITE_EVERY_MS = 100;

/**
 * The latency of accepting an exchange while a thousand conversations are deleted for good. The client
 * writes at the same pace with and without the deletion, so that the work on its words is the same.
 */
export async function purgeBench(): Promise<BenchRow> {
  const stack = await startStack({
    // Only the clean-up competes with the writer, not what becomes of its words.
    AFTERWORD_SUMMARY_QUIET_MILLISECONDS: '600000',
    AFTERWORD_SUMMARY_LONGEST_WAIT_MILLISECONDS: '600000',
  });
  const database = await StackDatabase.open(stack);
  try {
    const api = new ApiClient(stack.baseUrl);
    const poster = new JsonPoster(stack.baseUrl, CONCURRENCY);
    const ids = await conversations(api, poster);
    const { id } = await api.createConversation('An ordinary client');
    const say = async (number: number) => {
      const pause = sleep(WRITE_EVERY_MS);
      const latencyMs = await timeOf(() =>
        poster.post(`/conversations/${id}/exchanges`, exchangeBody(number)),
      );
      await pause;
      return latencyMs;
    };
    await withoutWork(database);
    const alone: number[] = [];
    for (let count = 0; count < WRITES; count += 1) alone.push(await say(count));
    await withoutWork(database);
    const during: number[] = [];
    const purged = new AbortController();
    const purging = purge(api, database, ids).finally(() => purged.abort());
    while (!purged.signal.aborted) during.push(await say(during.length));
    return rowOf(during, alone, await purging);
  } finally {
    await database.close();
    await stack.stop();
  }
}

async function conversations(api: ApiClient, poster: JsonPoster): Promise<readonly string[]> {
  const ids: string[] = [];
  await inParallel(DELETED, CONCURRENCY, async (number) => {
    const { id } = await api.createConversation(`Conversation ${number}`);
    for (let count = 0; count < EXCHANGES_OF_EACH; count += 1) {
      await poster.post(`/conversations/${id}/exchanges`, exchangeBody(count));
    }
    ids.push(id);
  });
  return ids;
}

/** Waits until nothing but summaries is left to do. */
async function withoutWork(database: StackDatabase): Promise<void> {
  await database.outboxEmpty();
  await database.untilZero(
    "SELECT count(*) AS value FROM tasks WHERE ended_at IS NULL AND type <> 'summary'",
  );
  await database.untilZero(
    'SELECT count(*) AS value FROM segments WHERE correction_task_id IS NULL',
  );
}

/**
 * Deletes conversations for good in one bulk change, as the page does, and waits until the last row of them
 * is gone.
 * @returns how long it took
 */
function purge(api: ApiClient, database: StackDatabase, ids: readonly string[]): Promise<number> {
  return timeOf(async () => {
    await api.send('POST', '/bulk-changes', { action: 'delete', ids, permanently: true });
    await database.untilZero(
      'SELECT (SELECT count(*) FROM bin_items) + count(*) AS value FROM conversations WHERE id = ANY($1)',
      [ids],
    );
  });
}

function rowOf(during: readonly number[], alone: readonly number[], purgeMs: number): BenchRow {
  const [ours, raw] = [percentile(during, 0.95), percentile(alone, 0.95)];
  const ratio = ours / raw;
  return {
    name: `accepting an exchange while ${DELETED} conversations are deleted for good, p95`,
    baseline: 'the same with nothing beside it',
    ...{ unit: 'ms', ours, raw, rounds: during.length, ratio, aim: '≤ 1.5', met: ratio <= 1.5 },
    remarks: [
      `${EXCHANGES_OF_EACH} exchanges in each; all were gone after ${(purgeMs / 1000).toFixed(1)} s`,
    ],
  };
}
