import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { SEARCH_ATTRIBUTES } from '#contracts/workflows';
import { bareActivityWorker, bareWorker } from '../bare/bare-worker.ts';
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
const TREES = 200;

/**
 * Throughput of the whole pipeline.
 * @param conversations number of conversations, each of ten exchanges
 */
export async function pipelineBench(conversations: number): Promise<BenchFigures> {
  const stack = await startStack();
  const database = await StackDatabase.open(stack);
  const connection = await Connection.connect({ address: stack.temporalAddress });
  try {
    const client = new Client({ connection });
    const figures = {
      ...(await throughput(stack, database, client, conversations)),
      ...(await bareTrees(stack, client)),
    };
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
  const of = await historiesOf(client, ids.slice(0, HISTORIES));
  const perExchange = (count: number) => (count / (HISTORIES * EXCHANGES_EACH)).toFixed(2);
  const summaries = await database.number(`SELECT count(*) AS value FROM summaries`);
  return {
    'exchanges through every task type': `${((total * 1000) / allMs).toFixed(0)} per second (${total} in ${conversations} conversations, ${(allMs / 1000).toFixed(0)} s; accepted in ${(acceptMs / 1000).toFixed(1)} s)`,
    'executions per exchange': (workflows.count / total).toFixed(2),
    'events per exchange': perExchange(of.events),
    'workflow tasks per exchange': perExchange(of.workflowTasks),
    'signals per exchange': perExchange(of.signals),
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

/** What the histories of conversations hold, with the runs of their tasks. */
interface Histories {
  events: number;
  workflowTasks: number;
  signals: number;
}

async function historiesOf(client: Client, ids: readonly string[]): Promise<Histories> {
  const of = { events: 0, workflowTasks: 0, signals: 0 };
  for (const id of ids) {
    const query = `${SEARCH_ATTRIBUTES.conversation.name} = '${id}'`;
    for await (const run of client.workflow.list({ query })) {
      const { events } = await client.workflow.getHandle(run.workflowId, run.runId).fetchHistory();
      for (const event of events ?? []) {
        of.events += 1;
        if (event.workflowTaskCompletedEventAttributes) of.workflowTasks += 1;
        if (event.workflowExecutionSignaledEventAttributes) of.signals += 1;
      }
    }
  }
  return of;
}

/** How many bare trees Temporal runs each second, on the same server and in the same run. */
async function bareTrees(stack: Stack, client: Client): Promise<BenchFigures['figures']> {
  const native = await NativeConnection.connect({ address: stack.temporalAddress });
  const workers = [await bareWorker(native), await bareActivityWorker(native)];
  const running = workers.map((worker) => worker.run());
  const allMs = await timeOf(() =>
    inParallel(TREES, CONCURRENCY, async (number) => {
      const options = { workflowId: `tree-${number}`, taskQueue: 'bare', args: [] };
      await client.workflow.execute('bareTree', options);
    }),
  );
  for (const worker of workers) worker.shutdown();
  await Promise.all(running);
  await native.close();
  return {
    'bare trees (a parent, three children with an activity each)': `${((TREES * 1000) / allMs).toFixed(1)} per second`,
  };
}
