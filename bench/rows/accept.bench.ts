import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { TRANSCRIPTION_WORKFLOW } from '#contracts/messages';
import { ApiClient } from '../../test/support/api-client.ts';
import { eventually } from '../../test/support/eventually.ts';
import { startStack, type Stack } from '../../test/support/stack.ts';
import { inParallel, median, timeOf } from '../lib/measure.ts';
import type { BenchRow } from '../lib/row.ts';

const ROUNDS = 5;
const CLIPS = 400;
const AT_ONCE = 16;
const DRAIN_TIMEOUT_MS = 120_000;

/**
 * Clips accepted per second against bare workflow starts on the same server. No worker runs, so
 * both only hand work in; what our dispatcher does meanwhile is part of our figure.
 */
export async function acceptBench(): Promise<BenchRow> {
  const stack = await startStack({}, ['--only', 'postgres,temporal,gateway']);
  const connection = await Connection.connect({ address: stack.temporalAddress });
  const client = new Client({ connection });
  try {
    const accept = await clipPoster(stack);
    await inParallel(100, AT_ONCE, accept);
    const ours: number[] = [];
    const raw: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await outboxEmpty(stack);
      ours.push(perSecond(await timeOf(() => inParallel(CLIPS, AT_ONCE, accept))));
      await outboxEmpty(stack);
      raw.push(perSecond(await timeOf(() => inParallel(CLIPS, AT_ONCE, bareStart(client, round)))));
    }
    const ratio = median(ours) / median(raw);
    return {
      name: 'clips accepted',
      beside: '`client.workflow.start` of the SDK on the same Temporal',
      unit: 'per second',
      ours: median(ours),
      raw: median(raw),
      rounds: ROUNDS,
      ratio,
      aim: '≥ 2',
      met: ratio >= 2,
      remarks: [
        `${CLIPS} of 1 KB a round, ${AT_ONCE} at once; answered when file and rows are on disk`,
      ],
    };
  } finally {
    await connection.close();
    await stack.stop();
  }
}

const perSecond = (ms: number) => (CLIPS * 1000) / ms;

async function clipPoster(stack: Stack): Promise<(number: number) => Promise<void>> {
  const { id } = await new ApiClient(stack.baseUrl).createConversation('Benchmark');
  let sent = 0;
  return async () => {
    const bytes = new Uint8Array(1024);
    new DataView(bytes.buffer).setUint32(0, (sent += 1));
    const form = new FormData();
    form.append('file', new Blob([bytes]), 'clip.wav');
    const url = `${stack.baseUrl}/conversations/${id}/clips`;
    const response = await fetch(url, { method: 'POST', body: form });
    if (response.status !== 202) throw new Error(await response.text());
    await response.arrayBuffer();
  };
}

function bareStart(client: Client, round: number): (number: number) => Promise<unknown> {
  return (number) =>
    client.workflow.start(TRANSCRIPTION_WORKFLOW, {
      workflowId: `bare-${round}-${number}`,
      taskQueue: 'nobody',
      args: [{ number }],
    });
}

/** What was accepted has been handed to Temporal, so that the next measurement has it to itself. */
async function outboxEmpty(stack: Stack): Promise<void> {
  const database = new pg.Client({ connectionString: stack.databaseUrl });
  await database.connect();
  try {
    await eventually(async () => {
      const { rows } = await database.query<{ waiting: number }>(
        'SELECT count(*)::int AS waiting FROM outbox',
      );
      if (rows[0]?.waiting !== 0) throw new Error('the outbox does not empty');
    }, DRAIN_TIMEOUT_MS);
  } finally {
    await database.end();
  }
}
