import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  partialTextSchema,
  problemSchema,
  taskPageSchema,
  taskSchema,
  type Task,
} from '#contracts/api';
import type { HeardSegment } from '#contracts/model';
import { TaskRetriesRepository, TasksRepository, TranscriptionRepository } from '#store';
import { acceptClip, createConversation } from '../../../../test/support/api.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import { EventStream } from '../../../../test/support/event-stream.ts';
import { startGateway, useGateway } from '../../../../test/support/gateway.ts';

const heard = (startMs: number, text: string): HeardSegment => {
  const endMs = startMs + 500;
  return { startMs, endMs, text, words: [{ startMs, endMs, text, confidence: 1 }], confidence: 1 };
};

describe('tasks', () => {
  const gateway = useGateway();
  let transcriptions: TranscriptionRepository;
  let conversationId: string;
  const streams: EventStream[] = [];
  beforeAll(async () => {
    transcriptions = gateway.app.get(TranscriptionRepository);
    conversationId = await createConversation(gateway.url);
  });
  afterEach(() => streams.splice(0).forEach((stream) => stream.close()));

  const get = (path: string) => fetch(`${gateway.url}/tasks${path}`);
  const post = (path: string) => fetch(`${gateway.url}/tasks${path}`, { method: 'POST' });
  const newTask = async () => (await acceptClip(gateway.url, conversationId)).task;
  const runOf = ({ id }: Task) => ({ taskId: id, attempt: 1 });
  const watch = async ({ id }: Task, lastEventId?: string) => {
    const stream = await EventStream.open(`${gateway.url}/tasks/${id}/events`, lastEventId);
    streams.push(stream);
    return stream;
  };
  /** A task whose worker has planned three chunks. */
  const runningTask = async () => {
    const task = await newTask();
    await transcriptions.start(runOf(task), 'run-1');
    const chunks = [0, 1000, 2000].map((startMs) => ({
      startMs,
      endMs: startMs + 1000,
      overlapsPrevious: false,
    }));
    await transcriptions.savePlan(runOf(task), {
      fromMs: 0,
      nextFromMs: null,
      firstIndex: 0,
      chunks,
      silentMs: 0,
      readToMs: 3000,
      warnings: [],
    });
    return task;
  };
  const finishChunk = async (task: Task, index: number, text: string) => {
    const key = `${task.id}:${index}`;
    const segments = [heard(index * 1000, text)];
    const result = { key, audioSha256: null, engine: 'e', language: 'en', segments, warnings: [] };
    await transcriptions.finishChunk(runOf(task), { index, resultKey: key, audioMs: 1000 }, result);
  };
  const fail = (task: Task) =>
    gateway.app.get(TasksRepository).end(runOf(task), {
      state: 'failed',
      error: {
        code: 'audio_unreadable',
        stage: 'probe',
        message: 'No.',
        retryable: false,
        nextAction: 'x',
      },
    });

  it('are found and listed by their filters', async () => {
    const task = await newTask();
    const failed = await newTask();
    await fail(failed);
    const listOf = async (query: string) =>
      taskPageSchema.parse(await (await get(query)).json()).items.map(({ id }) => id);
    const place = { name: 'speech', position: 1, expectedWaitMs: null, paused: null };
    const found = taskSchema.parse(await (await get(`/${task.id}`)).json());
    expect(found).toEqual({ ...task, queue: place });
    expect(await listOf('?state=failed')).toEqual([failed.id]);
    expect(await listOf(`?conversationId=${conversationId}&type=transcription&limit=2`)).toEqual([
      failed.id,
      task.id,
    ]);
    expect(await listOf('?ownerId=nobody')).toEqual([]);
    expect((await get('/tsk_01jd3k4m5n6p7q8r9s0t1v2w3x')).status).toBe(404);
  });

  it('are shown as stored, after about a second, when no worker answers for them', async () => {
    const task = await runningTask();
    const startedAt = Date.now();
    const response = await get(`/${task.id}`);
    expect(Date.now() - startedAt).toBeLessThan(5_000);
    const shown = taskSchema.parse(await response.json());
    expect(shown).toMatchObject({ state: 'running', runId: 'run-1', live: false });
    expect(shown.progress).toEqual({
      stage: 'probe',
      unit: 'milliseconds',
      done: 0,
      total: 3000,
      percent: 0,
    });
    expect(shown.temporalUiUrl).toMatch(/\/workflows\/transcription%3Aclp_\w+\/run-1\/history$/);
  });

  it('show their retries, also to watchers, until the retry succeeds', async () => {
    const task = await runningTask();
    const retries = gateway.app.get(TaskRetriesRepository);
    const retry = {
      tries: 2,
      code: 'speech_engine_crashed',
      message: 'It broke.',
      nextTryAt: '2026-11-22T09:30:05.000Z',
    } as const;
    const stream = await watch(task);
    const seen = () =>
      stream.events
        .filter(({ type }) => type === 'task')
        .map(({ data }) => taskSchema.parse(JSON.parse(data)).retry);
    await eventually(() => expect(seen()).toContain(null));
    await retries.note(runOf(task), 'step', retry);
    await eventually(() => expect(seen().at(-1)).toEqual(retry));
    const shown = taskSchema.parse(await (await get(`/${task.id}`)).json());
    expect(shown.retry).toEqual(retry);
    await retries.clear(runOf(task), 'step');
    await eventually(() => expect(seen().at(-1)).toBeNull());
  });

  it('that are unknown to Temporal are cancelled without it, and can be retried', async () => {
    const task = await newTask();
    const cancelled = await post(`/${task.id}/cancel`);
    expect([cancelled.status, cancelled.headers.get('location')]).toEqual([
      202,
      `/tasks/${task.id}`,
    ]);
    await eventually(async () => {
      const shown = taskSchema.parse(await (await get(`/${task.id}`)).json());
      expect(shown.state).toBe('cancelled');
    });
    const again = await post(`/${task.id}/cancel`);
    expect(problemSchema.parse(await again.json())).toMatchObject({
      status: 409,
      code: 'task_not_cancellable',
    });
    const retried = await post(`/${task.id}/retry`);
    expect(retried.status).toBe(202);
    expect(taskSchema.parse(await retried.json())).toMatchObject({ state: 'pending', attempt: 2 });
    const twice = await post(`/${task.id}/retry`);
    expect(problemSchema.parse(await twice.json()).code).toBe('task_not_retryable');
  });

  describe('as a stream', () => {
    it('start with the current state and continue with each change until the end', async () => {
      const task = await runningTask();
      await finishChunk(task, 1, 'second');
      const stream = await watch(task);
      const first = await stream.next(({ type }) => type === 'task');
      expect(taskSchema.parse(JSON.parse(first.data))).toMatchObject({
        state: 'running',
        progress: { done: 1000, total: 3000 },
      });
      // Two of the three chunks have only been planned, and have no content yet.
      expect(stream.events.map(({ type }) => type)).toEqual(['segments', 'task']);
      await transcriptions.savePartial(runOf(task), 0, [heard(0, 'fir')]);
      const partial = await stream.next(({ data }) => data.includes('fir'));
      expect(partialTextSchema.parse(JSON.parse(partial.data))).toEqual({
        chunkIndex: 0,
        finished: false,
        segments: [{ startMs: 0, endMs: 500, text: 'fir' }],
      });
      await finishChunk(task, 0, 'first');
      await stream.next(({ data }) => data.includes('"first"') && data.includes('"finished":true'));
      await fail(task);
      await stream.ended;
      const last = stream.events.at(-1)!;
      expect(taskSchema.parse(JSON.parse(last.data))).toMatchObject({
        state: 'failed',
        error: { code: 'audio_unreadable' },
      });
    });

    it('resume after the last received event without a gap', async () => {
      const task = await runningTask();
      await finishChunk(task, 0, 'zero');
      const stream = await watch(task);
      const seen = await stream.next(({ type }) => type === 'task');
      stream.close();
      await finishChunk(task, 1, 'one');
      await finishChunk(task, 2, 'two');
      const resumed = await watch(task, seen.id);
      await resumed.next(({ type }) => type === 'task');
      const chunks = resumed.events.filter(({ type }) => type === 'segments');
      expect(
        chunks.map(({ data }) => partialTextSchema.parse(JSON.parse(data)).chunkIndex),
      ).toEqual([1, 2]);
    });

    it('repeat all chunks for a client that disconnected in the middle of a burst', async () => {
      const task = await runningTask();
      for (const index of [0, 1, 2]) await finishChunk(task, index, `text ${index}`);
      const stream = await watch(task);
      await stream.next(({ type }) => type === 'task');
      const [firstChunk] = stream.events;
      const resumed = await watch(task, firstChunk!.id);
      await resumed.next(({ type }) => type === 'task');
      expect(resumed.events.filter(({ type }) => type === 'segments')).toHaveLength(3);
    });

    it('are not reopened by browsers once the end was received', async () => {
      const task = await newTask();
      await fail(task);
      const stream = await watch(task);
      await stream.ended;
      const headers = { 'last-event-id': stream.events.at(-1)!.id };
      expect((await fetch(`${gateway.url}/tasks/${task.id}/events`, { headers })).status).toBe(204);
      expect(
        (await fetch(`${gateway.url}/tasks/tsk_01jd3k4m5n6p7q8r9s0t1v2w3x/events`)).status,
      ).toBe(404);
    });

    it('cause one database read per change for all readers', async () => {
      const task = await runningTask();
      const readers = await Promise.all(Array.from({ length: 20 }, () => watch(task)));
      await Promise.all(readers.map((reader) => reader.next(({ type }) => type === 'task')));
      let reads = 0;
      const chunksSince = transcriptions.chunksSince.bind(transcriptions);
      transcriptions.chunksSince = (...args) => {
        reads += 1;
        return chunksSince(...args);
      };
      const startedAt = Date.now();
      for (let step = 0; step < 30; step += 1) {
        await transcriptions.savePartial(runOf(task), 0, [heard(0, `step ${step}.`)]);
      }
      await Promise.all(
        readers.map((reader) => reader.next(({ data }) => data.includes('step 29.'))),
      );
      transcriptions.chunksSince = chunksSince;
      expect(reads).toBeLessThanOrEqual(2 + (Date.now() - startedAt) / 100);
    });

    it('end cleanly when the gateway stops', async () => {
      const other = await startGateway({ databaseUrl: gateway.databaseUrl });
      const task = await newTask();
      const stream = await EventStream.open(`${other.url}/tasks/${task.id}/events`);
      await stream.next(({ type }) => type === 'task');
      await other.stop();
      await stream.ended;
      expect(new Set(stream.events.map(({ type }) => type))).toEqual(new Set(['task']));
    });
  });
});
