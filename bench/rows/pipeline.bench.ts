import { Client, Connection } from '@temporalio/client';
import { ApiClient } from '../../test/support/api-client.ts';
import { startStack, type Stack } from '../../test/support/stack.ts';
import { JsonPoster } from '../lib/json-poster.ts';
import { inParallel, timeOf } from '../lib/measure.ts';
import { exchangeBody } from '../lib/exchange-body.ts';
import type { BenchFigures } from '../lib/row.ts';
import { StackDatabase } from '../lib/stack-database.ts';

const EXCHANGES_EACH = 10;
const CONCURRENCY = 16;
/** Number of conversations whose histories are read; they are read one by one. */
const HISTORIES = 50;

/**
 * Throughput of the whole pipeline.
 * @param conversations number of conversations, each of ten exchanges
 */
export async function pipelineBench(conversations: number): Promise<BenchFigures> {
  const stack = await startStack();
  const database = await StackDatabase.open(stack);
  const connection = await Connection.connect({ address: stack.temporalAddress });
  try {
    const figures = await throughput(stack, database, new Client({ connection }), conversations);
    return { name: 'the whole pipeline', figures };
  } finally {
    await connection.close();
    await database.close();
    await stack.stop();
  }
}

async function throughput(
  stack: Stack,
  database: StackDatabase,
  client: Client,
  conversations: number,
): Promise<BenchFigures['figures']> {
  const ids = await newConversations(stack, conversations);
  const poster = new JsonPoster(stack.baseUrl, CONCURRENCY);
  const total = conversations * EXCHANGES_EACH;
  let acceptMs = 0;
  const allMs = await timeOf(async () => {
    acceptMs = await timeOf(() =>
      inParallel(total, CONCURRENCY, (number) =>
        poster.post(`/conversations/${ids[number % ids.length]}/exchanges`, exchangeBody(number)),
      ),
    );
    await database.settled();
  });
  const workflows = await client.workflow.count();
  const signals = await signalsOf(client, ids.slice(0, HISTORIES));
  const summaries = await database.number(`SELECT count(*) AS value FROM summaries`);
  return {
    'exchanges through every task type': `${((total * 1000) / allMs).toFixed(0)} per second (${total} in ${conversations} conversations, ${(allMs / 1000).toFixed(0)} s; accepted in ${(acceptMs / 1000).toFixed(1)} s)`,
    'workflows per exchange': (workflows.count / total).toFixed(2),
    'signals per exchange': (signals / (HISTORIES * EXCHANGES_EACH)).toFixed(2),
    'summaries created': `${summaries} instead of ${total}: ${(100 - (100 * summaries) / total).toFixed(0)} % saved by coalescing`,
  };
}

async function newConversations(stack: Stack, count: number): Promise<readonly string[]> {
  const api = new ApiClient(stack.baseUrl);
  const ids: string[] = [];
  await inParallel(count, 8, async (number) => {
    ids.push((await api.createConversation('Benchmark', { ownerId: `owner-${number % 20}` })).id);
  });
  return ids;
}

async function signalsOf(client: Client, ids: readonly string[]): Promise<number> {
  let signals = 0;
  for (const id of ids) {
    for await (const run of client.workflow.list({ query: `WorkflowId = 'conversation:${id}'` })) {
      const { events } = await client.workflow.getHandle(run.workflowId, run.runId).fetchHistory();
      signals += (events ?? []).filter(
        (event) => event.workflowExecutionSignaledEventAttributes,
      ).length;
    }
  }
  return signals;
}
