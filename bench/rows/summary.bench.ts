import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { ApiClient } from '../../test/support/api-client.ts';
import { EventStream } from '../../test/support/event-stream.ts';
import { quietTemporal } from '../../test/support/quiet-temporal.ts';
import { startStack, type Stack } from '../../test/support/stack.ts';
import { bareWorker } from '../bare/bare-worker.ts';
import { median, timeOf } from '../lib/measure.ts';
import type { BenchRow } from '../lib/row.ts';

const ROUNDS = 20;
const TURN = {
  speaker: 'Ada',
  text: 'i think we we should launch on Monday, and Tom prepares it.',
};

/**
 * One exchange from its request to its summary, with the builtin engine and without the quiet period,
 * compared with a bare workflow with as many activities on the same Temporal.
 */
export async function summaryBench(): Promise<BenchRow> {
  quietTemporal();
  const stack = await startStack({ AFTERWORD_SUMMARY_QUIET_MILLISECONDS: '0' });
  const native = await NativeConnection.connect({ address: stack.temporalAddress });
  const connection = await Connection.connect({ address: stack.temporalAddress });
  const worker = await bareWorker(native);
  const running = worker.run();
  try {
    return await measure(stack, new Client({ connection }));
  } finally {
    worker.shutdown();
    await running;
    await connection.close();
    await native.close();
    await stack.stop();
  }
}

async function measure(stack: Stack, client: Client): Promise<BenchRow> {
  const api = new ApiClient(stack.baseUrl);
  const [ours, raw]: [number[], number[]] = [[], []];
  for (let round = -3; round < ROUNDS; round += 1) {
    const { id } = await api.createConversation('Benchmark');
    const stream = await EventStream.open(`${stack.baseUrl}/events?conversationId=${id}`);
    await stream.next(({ type }) => type === 'ready');
    const oursMs = await timeOf(async () => {
      await api.say(id, TURN);
      await stream.next(({ type }) => type === 'summary_written');
    });
    stream.close();
    const rawMs = await timeOf(() => runBare(client, round));
    // The first rounds warm up both.
    if (round < 0) continue;
    ours.push(oursMs);
    raw.push(rawMs);
  }
  const ratio = median(ours) / median(raw);
  return {
    name: 'one exchange to its summary',
    baseline:
      'a bare workflow with as many activities (take, correct and score in parallel, summarise)',
    unit: 'ms',
    ours: median(ours),
    raw: median(raw),
    rounds: ROUNDS,
    ratio,
    aim: '≤ 1.2',
    met: ratio <= 1.2,
    remarks: [
      'ours from the request to the event on the stream: acceptance, work signal, three child workflows with their tasks, a corrected layer, a score, a summary',
    ],
  };
}

function runBare(client: Client, round: number): Promise<unknown> {
  return client.workflow.execute('bareSteps', {
    workflowId: `bare-steps-${round}`,
    taskQueue: 'bare',
    args: [],
  });
}
