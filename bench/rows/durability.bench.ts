import path from 'node:path';
import { isEnded } from '#contracts/tasks';
import { ApiClient } from '../../test/support/api-client.ts';
import { EventStream } from '../../test/support/event-stream.ts';
import { eventually } from '../../test/support/eventually.ts';
import { makeLongAudio } from '../../test/support/long-audio.ts';
import { pidOf, startStack, type Stack } from '../../test/support/stack.ts';
import { percentile, timeOf } from '../lib/measure.ts';
import type { BenchFigures } from '../lib/row.ts';

const STARTS = 20;
const CANCELS = 10;
const KILLS = 5;
/** Clips of the owner with many clips, each a few seconds long. */
const CROWD = 40;
const CLIP_MINUTES = 0.1;
const BURST = 100;
const TIMEOUT_MS = 180_000;

type Figures = BenchFigures['figures'];

/** How soon work starts, stops when it is cancelled, and resumes after its worker was killed. */
export async function durabilityBench(): Promise<BenchFigures> {
  const stack = await startStack();
  try {
    const figures = {
      ...(await firstProgress(stack)),
      ...(await cancelToStopped(stack)),
      ...(await fairnessWait(stack)),
      ...(await coalescing(stack)),
      ...(await recovery(stack)),
    };
    return { name: 'durability, with the default settings', figures };
  } finally {
    await stack.stop();
  }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
const spread = (values: readonly number[]) =>
  `p50 ${seconds(percentile(values, 0.5))}, p95 ${seconds(percentile(values, 0.95))} (${values.length} rounds)`;

/** A recording with no stored chunks. */
async function recording(stack: Stack, minutes: number, seed: number): Promise<string> {
  const file = path.join(stack.dataFolder, `recording-${minutes}-${seed}.wav`);
  return (await makeLongAudio(file, minutes, seed)).path;
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

/** Starts the task of a long recording and waits until it is partly decoded. */
async function decoding(api: ApiClient, file: string): Promise<string> {
  const { id } = await api.createConversation('Long');
  const { task } = await api.upload(id, file);
  await eventually(async () => {
    const { progress } = await api.task(task.id);
    if (progress.percent < 2) throw new Error('nothing is decoded yet');
  }, TIMEOUT_MS);
  return task.id;
}

async function cancelToStopped(stack: Stack): Promise<Figures> {
  const api = new ApiClient(stack.baseUrl);
  const times: number[] = [];
  for (let round = 0; round < CANCELS; round += 1) {
    const task = await decoding(api, await recording(stack, 6, 100 + round));
    times.push(
      await timeOf(async () => {
        await api.cancel(task);
        await api.until(task, 'cancelled');
      }),
    );
  }
  return { 'from a cancellation to the end of the work': spread(times) };
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

/** From the kill of the worker to the next finished chunk. */
async function recovery(stack: Stack): Promise<Figures> {
  const api = new ApiClient(stack.baseUrl);
  const times: number[] = [];
  for (let round = 0; round < KILLS; round += 1) {
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
  return { 'from kill -9 of the worker to the next finished chunk': spread(times) };
}
