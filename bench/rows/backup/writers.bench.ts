import type { Task } from '#contracts/api';
import { isEnded } from '#contracts/tasks';
import { ApiClient } from '../../../test/support/api-client.ts';
import { eventually } from '../../../test/support/eventually.ts';
import { startStack } from '../../../test/support/stack.ts';
import { exchangeBody } from '../../lib/exchange-body.ts';
import { JsonPoster } from '../../lib/json-poster.ts';
import { inParallel, percentile, timeOf } from '../../lib/measure.ts';
import type { BenchRow } from '../../lib/row.ts';

const BEFORE = 10_000;
const WRITES = 400;

/** The latency of accepting an exchange while backups are made one after the other. */
export async function writersBench(): Promise<BenchRow> {
  const stack = await startStack({
    // Only the backup competes with the writers, not what becomes of their words.
    AFTERWORD_SUMMARY_QUIET_MILLISECONDS: '600000',
    AFTERWORD_SUMMARY_LONGEST_WAIT_MILLISECONDS: '600000',
  });
  try {
    const api = new ApiClient(stack.baseUrl);
    const poster = new JsonPoster(stack.baseUrl, 16);
    const { id } = await api.createConversation('Benchmark');
    const say = (number: number) =>
      poster.post(`/conversations/${id}/exchanges`, exchangeBody(number));
    await inParallel(BEFORE, 16, say);
    await idle(api);
    const without = await latencies(say);
    await idle(api);
    const making = new AbortController();
    const backups = backUpUntil(api, making.signal);
    const during = await latencies(say);
    making.abort();
    return rowOf(percentile(during, 0.95), percentile(without, 0.95), await backups);
  } finally {
    await stack.stop();
  }
}

/** @returns how many backups were made */
async function backUpUntil(api: ApiClient, signal: AbortSignal): Promise<number> {
  let made = 0;
  for (; !signal.aborted; made += 1) {
    const { id } = await api.send<Task>('POST', '/backups', { force: true });
    await api.until(id, 'completed', 300_000);
  }
  return made;
}

/** Waits until nothing but summaries is left to do. */
async function idle(api: ApiClient): Promise<void> {
  await eventually(async () => {
    const { items } = await api.tasks('?limit=200');
    const open = items.filter(({ state, type }) => !isEnded(state) && type !== 'summary');
    if (open.length > 0) throw new Error(`${open.length} tasks are open`);
  }, 300_000);
}

async function latencies(say: (number: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let count = 0; count < WRITES; count += 1) times.push(await timeOf(() => say(count)));
  return times;
}

function rowOf(ours: number, raw: number, backups: number): BenchRow {
  const ratio = ours / raw;
  return {
    name: 'accepting an exchange during backups, p95',
    baseline: 'the same without backups',
    ...{ unit: 'ms', ours, raw, rounds: WRITES, ratio, aim: '≤ 1.5', met: ratio <= 1.5 },
    remarks: [`${BEFORE} exchanges before; ${backups} backups one after the other`],
  };
}
