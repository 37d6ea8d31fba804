import { Client, Connection } from '@temporalio/client';
import { WORK_SIGNAL } from '#contracts/workflows';
import { ApiClient } from '../../test/support/api-client.ts';
import { startStack, type Stack } from '../../test/support/stack.ts';
import { JsonPoster } from '../lib/json-poster.ts';
import { inParallel, median, percentile, timeOf } from '../lib/measure.ts';
import type { BenchRow } from '../lib/row.ts';
import { StackDatabase } from '../lib/stack-database.ts';

const ROUNDS = 5;
const EXCHANGES = 3_000;
const SIGNALS = 500;
const CONVERSATIONS = 200;
const CONCURRENCY = 32;

const TURNS = [
  { speaker: 'Ada', text: 'Shall we launch on Monday, as we said last week?' },
  { speaker: 'Tom', text: 'Yes. I will prepare the demo by Friday and send it around.' },
];

/**
 * Typed exchanges accepted per second, compared with bare signal-with-starts on the same server. No
 * worker runs, so both only enqueue work; our figure includes the load of the dispatcher.
 */
export async function exchangesBench(): Promise<BenchRow> {
  const stack = await startStack({}, ['--only', 'postgres,temporal,gateway']);
  const database = await StackDatabase.open(stack);
  const connection = await Connection.connect({ address: stack.temporalAddress });
  try {
    return await measure(stack, database, new Client({ connection }));
  } finally {
    await connection.close();
    await database.close();
    await stack.stop();
  }
}

async function measure(stack: Stack, database: StackDatabase, client: Client): Promise<BenchRow> {
  const ids = await conversations(stack);
  const poster = new JsonPoster(stack.baseUrl, CONCURRENCY);
  const delaysMs: number[] = [];
  const add = async (number: number): Promise<void> => {
    const route = `/conversations/${ids[number % ids.length]}/exchanges`;
    delaysMs.push(await timeOf(() => poster.post(route, { turns: TURNS })));
  };
  await inParallel(500, CONCURRENCY, add);
  const [ours, raw]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    await database.outboxEmpty();
    if (round === 0) delaysMs.length = 0;
    ours.push((EXCHANGES * 1000) / (await timeOf(() => inParallel(EXCHANGES, CONCURRENCY, add))));
    await database.outboxEmpty();
    const signal = bareSignal(client, round);
    raw.push((SIGNALS * 1000) / (await timeOf(() => inParallel(SIGNALS, CONCURRENCY, signal))));
  }
  const ratio = median(ours) / median(raw);
  const [p50, p95] = [percentile(delaysMs, 0.5), percentile(delaysMs, 0.95)];
  return {
    name: 'exchanges accepted',
    baseline: '`client.workflow.signalWithStart` of the SDK on the same Temporal',
    unit: 'per second',
    ours: median(ours),
    raw: median(raw),
    rounds: ROUNDS,
    ratio,
    aim: '≥ 5',
    met: ratio >= 5,
    remarks: [
      `${EXCHANGES} of two turns per round, in ${CONVERSATIONS} conversations, ${CONCURRENCY} in parallel`,
      `answered after p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
    ],
  };
}

async function conversations(stack: Stack): Promise<readonly string[]> {
  const api = new ApiClient(stack.baseUrl);
  const ids: string[] = [];
  await inParallel(CONVERSATIONS, 8, async () => {
    ids.push((await api.createConversation('Benchmark')).id);
  });
  return ids;
}

function bareSignal(client: Client, round: number): (number: number) => Promise<unknown> {
  return (number) =>
    client.workflow.signalWithStart('conversation', {
      workflowId: `bare-${round}-${number % CONVERSATIONS}`,
      taskQueue: 'unpolled',
      args: [{ number }],
      signal: WORK_SIGNAL,
      signalArgs: [],
    });
}
