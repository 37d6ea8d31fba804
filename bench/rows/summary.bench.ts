import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { ApiClient } from '../../test/support/api-client.ts';
import { EventStream } from '../../test/support/event-stream.ts';
import { quietTemporal } from '../../test/support/quiet-temporal.ts';
import { startStack, type Stack } from '../../test/support/stack.ts';
import { bareActivityWorker, bareWorker } from '../bare/bare-worker.ts';
import { median, timeOf } from '../lib/measure.ts';
import type { BenchRow } from '../lib/row.ts';

const ROUNDS = 20;
const TURN = {
  speaker: 'Ada',
  text: 'i think we we should launch on Monday, and Tom prepares it.',
};

/** A bare workflow on the same Temporal. */
interface Baseline {
  readonly workflow: 'bareSteps' | 'bareTree';
  readonly is: string;
  readonly aim: number;
}

const BASELINES: readonly Baseline[] = [
  {
    workflow: 'bareTree',
    is: 'a bare tree: a parent that takes, three children with an activity each on another queue',
    aim: 1.2,
  },
  {
    workflow: 'bareSteps',
    is: 'one bare workflow with as many activities (take, correct and score in parallel, summarise)',
    aim: 2,
  },
];

/**
 * One exchange from its request to its summary, with the builtin engine and without the quiet period,
 * compared with bare workflows that do as many steps.
 */
export async function summaryBench(): Promise<readonly BenchRow[]> {
  quietTemporal();
  const stack = await startStack({ AFTERWORD_SUMMARY_QUIET_MILLISECONDS: '0' });
  const native = await NativeConnection.connect({ address: stack.temporalAddress });
  const connection = await Connection.connect({ address: stack.temporalAddress });
  const workers = [await bareWorker(native), await bareActivityWorker(native)];
  const running = workers.map((worker) => worker.run());
  try {
    return await measure(stack, new Client({ connection }));
  } finally {
    for (const worker of workers) worker.shutdown();
    await Promise.all(running);
    await connection.close();
    await native.close();
    await stack.stop();
  }
}

async function measure(stack: Stack, client: Client): Promise<readonly BenchRow[]> {
  const api = new ApiClient(stack.baseUrl);
  const ours: number[] = [];
  const raw = new Map(BASELINES.map(({ workflow }) => [workflow, [] as number[]]));
  for (let round = -3; round < ROUNDS; round += 1) {
    const oursMs = await timeOfExchange(api, stack.baseUrl);
    // The first rounds warm up all of them.
    if (round >= 0) ours.push(oursMs);
    for (const { workflow } of BASELINES) {
      const rawMs = await timeOf(() => runBare(client, workflow, round));
      if (round >= 0) raw.get(workflow)?.push(rawMs);
    }
  }
  return BASELINES.map((baseline) => rowOf(baseline, ours, raw.get(baseline.workflow) ?? []));
}

/** From the request to the event of the summary on the stream. */
async function timeOfExchange(api: ApiClient, baseUrl: string): Promise<number> {
  const { id } = await api.createConversation('Benchmark');
  const stream = await EventStream.open(`${baseUrl}/events?conversationId=${id}`);
  await stream.next(({ type }) => type === 'ready');
  const oursMs = await timeOf(async () => {
    await api.say(id, TURN);
    await stream.next(({ type }) => type === 'summary_written');
  });
  stream.close();
  return oursMs;
}

function rowOf({ is, aim }: Baseline, ours: readonly number[], raw: readonly number[]): BenchRow {
  const ratio = median(ours) / median(raw);
  return {
    name: 'one exchange to its summary',
    baseline: is,
    unit: 'ms',
    ours: median(ours),
    raw: median(raw),
    rounds: ROUNDS,
    ratio,
    aim: `≤ ${aim}`,
    met: ratio <= aim,
    remarks: [
      'ours from the request to the event on the stream: acceptance, work signal, three tasks, a corrected layer, a score, a summary',
    ],
  };
}

function runBare(client: Client, workflow: Baseline['workflow'], round: number): Promise<unknown> {
  return client.workflow.execute(workflow, {
    workflowId: `${workflow}-${round}`,
    taskQueue: 'bare',
    args: [],
  });
}
