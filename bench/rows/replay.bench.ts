import { execFile as execFileWithCallback } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { eventLogPageSchema } from '#contracts/api';
import { eventually } from '../../test/support/eventually.ts';
import { pidOf, startStack, type Stack } from '../../test/support/stack.ts';
import { LoopDelays } from '../lib/loop-delays.ts';
import { median, percentile, timeOf } from '../lib/measure.ts';
import type { BenchRow } from '../lib/row.ts';

const execFile = promisify(execFileWithCallback);
const READERS_PROGRAM = path.join(import.meta.dirname, '../lib/replay-readers.mjs');
const READERS = 200;
const EVENTS = 20_000;
const ROUNDS = 50;
const AIM = 5;

/**
 * A list of conversations for an ordinary client, alone and while the most readers that one address may have
 * replay the whole log, as fast as they can.
 */
export async function replayBench(): Promise<BenchRow> {
  const delays = await LoopDelays.create();
  const stack = await startStack(delays.environment, ['--only', 'postgres,temporal,gateway']);
  try {
    await appendEvents(stack);
    return await measure(stack, delays);
  } finally {
    await stack.stop();
    await delays.remove();
  }
}

async function measure(stack: Stack, delays: LoopDelays): Promise<BenchRow> {
  const { baseUrl } = stack;
  await requests(baseUrl, ROUNDS);
  const alone = await requests(baseUrl, ROUNDS);
  const since = Date.now();
  const during: number[] = [];
  let bytes = 0;
  const lastedMs = await timeOf(async () => {
    const running = replays(baseUrl).then((count) => (bytes = count));
    while (bytes === 0) during.push(...(await requests(baseUrl, 1)));
    await running;
  });
  const longestMs = await delays.longestMs(pidOf('gateway', stack), since);
  const ratio = median(during) / median(alone);
  return {
    name: `a list beside ${READERS} readers who replay ${EVENTS} events each`,
    baseline: 'the same list alone',
    unit: 'ms',
    ours: median(during),
    raw: median(alone),
    rounds: during.length,
    ratio,
    aim: `≤ ${AIM}`,
    met: ratio <= AIM,
    remarks: [
      `during the replay p95 ${percentile(during, 0.95).toFixed(0)} ms, slowest ${Math.max(...during).toFixed(0)} ms`,
      `longest hold of the loop of the gateway ${longestMs.toFixed(0)} ms`,
      `all have replayed ${(bytes / 2 ** 20).toFixed(0)} MiB after ${(lastedMs / 1000).toFixed(1)} s`,
    ],
  };
}

async function requests(baseUrl: string, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < count; round += 1) {
    times.push(await timeOf(async () => (await fetch(`${baseUrl}/conversations?limit=1`)).text()));
  }
  return times;
}

async function appendEvents({ baseUrl, databaseUrl }: Stack): Promise<void> {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  await database.query(
    `INSERT INTO events (type, owner_id, data, idempotency_key, created_at)
     SELECT 'memory_written', 'ada', jsonb_build_object('note', repeat('x', 100)), 'many:' || n, now()
     FROM generate_series(1, $1::int) n`,
    [EVENTS],
  );
  await database.end();
  await eventually(async () => {
    const response = await fetch(`${baseUrl}/event-log?limit=1&after=${EVENTS - 1}`);
    const { items } = eventLogPageSchema.parse(await response.json());
    if (items.length === 0) throw new Error('the events are not settled');
  });
}

/** Replays the log for all readers. @returns how many bytes they got */
async function replays(baseUrl: string): Promise<number> {
  const { stdout } = await execFile(process.execPath, [READERS_PROGRAM, baseUrl, String(READERS)]);
  return Number(stdout);
}
