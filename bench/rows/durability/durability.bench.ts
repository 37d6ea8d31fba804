import { setTimeout as sleep } from 'node:timers/promises';
import { isEnded } from '#contracts/tasks';
import { ApiClient } from '../../../test/support/api-client.ts';
import { EventStream } from '../../../test/support/event-stream.ts';
import { eventually } from '../../../test/support/eventually.ts';
import { pidOf, startStack, type Stack } from '../../../test/support/stack.ts';
import { timeOf } from '../../lib/measure.ts';
import type { BenchFigures } from '../../lib/row.ts';
import { cancelToStopped } from './cancel.ts';
import {
  CLIP_MINUTES,
  decoding,
  recording,
  seconds,
  spread,
  TIMEOUT_MS,
  type Figures,
} from './recordings.ts';

const STARTS = 20;
const KILLS = 10;
/** Clips of the owner with many clips, each a few seconds long. */
const CROWD = 40;
const BURST = 100;
/** Longer than a run after which the supervisor restarts a worker at once. */
const STABLE_MS = 11_000;

/** The parts, by the names that `--parts` accepts. */
const PARTS = {
  progress: firstProgress,
  cancel: cancelToStopped,
  fairness: fairnessWait,
  coalescing,
  recovery,
} as const;
type PartName = keyof typeof PARTS;

const isPart = (name: string): name is PartName => name in PARTS;

/**
 * How soon work starts, stops when it is cancelled, and resumes after its worker was killed.
 * @param wanted names of the parts to measure; all when none is given
 */
export async function durabilityBench(wanted: readonly string[] = []): Promise<BenchFigures> {
  const known = wanted.filter(isPart);
  const names = known.length > 0 ? known : Object.keys(PARTS).filter(isPart);
  const stack = await startStack();
  try {
    const figures: Record<string, string> = {};
    for (const name of names) Object.assign(figures, await PARTS[name](stack));
    return { name: 'durability, with the default settings', figures };
  } finally {
    await stack.stop();
  }
}

async function firstProgress(stack: Stack): Promise<Figures> {
  const api = new ApiClient(stack.baseUrl);
  const times: number[] = [];
  for (let round = 0; round < STARTS; round += 1) {
    const file = await recording(stack, CLIP_MINUTES, round + 1);
    const { id } = await api.createConversation('First progress');
    const stream = await EventStream.open(`${stack.baseUrl}/events?conversationId=${id}`);
    await stream.next(({ type }) => type === 'ready');
    times.push(
      await timeOf(async () => {
        await api.upload(id, file);
        await stream.next(({ type }) => type === 'task_started');
      }),
    );
    stream.close();
    await api.settled(id);
  }
  return { 'from an upload to the first progress of its task': spread(times) };
}

/** One recording, uploaded after many of another owner. */
async function fairnessWait(stack: Stack): Promise<Figures> {
  const api = new ApiClient(stack.baseUrl);
  const crowd = await api.createConversation('Many', { ownerId: 'many' });
  const few = await api.createConversation('One', { ownerId: 'one' });
  const files = await Promise.all(
    Array.from({ length: CROWD }, (_, n) => recording(stack, CLIP_MINUTES, 200 + n)),
  );
  await Promise.all(files.map((file) => api.upload(crowd.id, file)));
  const file = await recording(stack, CLIP_MINUTES, 300);
  let ended = 0;
  const waitedMs = await timeOf(async () => {
    const { task } = await api.upload(few.id, file);
    await api.until(task.id, 'completed', TIMEOUT_MS);
    const { items } = await api.tasks('?ownerId=many&type=transcription&limit=200');
    ended = items.filter(({ state }) => isEnded(state)).length;
  });
  await api.settled(crowd.id, TIMEOUT_MS);
  return {
    [`one recording, uploaded after ${CROWD} of another owner, until it completes`]: `${seconds(waitedMs)}; ${ended} of the ${CROWD} ended before it`,
  };
}

async function coalescing(stack: Stack): Promise<Figures> {
  const api = new ApiClient(stack.baseUrl);
  const { id } = await api.createConversation('A burst');
  const say = (n: number) => api.say(id, { speaker: 'Ada', text: `Point ${n} is settled now.` });
  await Promise.all(Array.from({ length: BURST }, (_, n) => say(n)));
  await api.settled(id);
  const { items } = await api.tasks(`?conversationId=${id}&type=summary&limit=200`);
  return { [`summaries for a burst of ${BURST} exchanges`]: String(items.length) };
}

/**
 * From the kill of the worker to the next finished chunk. Each worker has run for a while before it
 * is killed, so that the supervisor does not take the kills for a crash loop and wait longer.
 */
async function recovery(stack: Stack): Promise<Figures> {
  const api = new ApiClient(stack.baseUrl);
  const times: number[] = [];
  for (let round = 0; round < KILLS; round += 1) {
    await sleep(STABLE_MS);
    const task = await decoding(api, await recording(stack, 8, 400 + round));
    process.kill(pidOf('worker', stack), 'SIGKILL');
    const before = (await api.task(task)).progress.done;
    times.push(
      await timeOf(() =>
        eventually(async () => {
          if ((await api.task(task)).progress.done <= before) throw new Error('not yet');
        }, TIMEOUT_MS),
      ),
    );
    await api.cancel(task);
    await api.until(task, 'cancelled');
  }
  return {
    'from kill -9 of the only worker to the next finished chunk (aim ≤ 5 s p95)': spread(times),
  };
}
