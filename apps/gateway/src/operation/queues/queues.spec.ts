import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Worker } from '@temporalio/worker';
import {
  problemSchema,
  queuePageSchema,
  queueSchema,
  taskPageSchema,
  taskSchema,
  type Queue,
} from '#contracts/api';
import { TASK_QUEUES } from '#contracts/model';
import type { ProbeOutcome, TranscriptionInput } from '#contracts/workflows';
import { acceptClip, createConversation } from '../../../../../test/support/api.ts';
import { eventually } from '../../../../../test/support/eventually.ts';
import { EventStream } from '../../../../../test/support/event-stream.ts';
import { startGateway, type TestGateway } from '../../../../../test/support/gateway.ts';
import { TIMEOUTS } from '../../../../../test/support/run-settings.ts';
import {
  newDatabase,
  workflowBundle,
  type TestDatabase,
} from '../../../../../test/support/shared-servers.ts';
import { TestTemporal } from '../../../../../test/support/test-temporal.ts';

let database: TestDatabase;
let temporal: TestTemporal;
let gateway: TestGateway;
beforeAll(async () => {
  [database, temporal] = await Promise.all([newDatabase(), TestTemporal.open()]);
  gateway = await startGateway({ databaseUrl: database.url, temporal });
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all([database.drop(), temporal.close()]);
});

const post = (route: string, body?: unknown, url = gateway.url) => {
  const headers = { 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { headers, body: JSON.stringify(body) };
  return fetch(`${url}/queues/${route}`, { method: 'POST', ...sent });
};
const done = async (response: Promise<Response>) =>
  queueSchema.parse(await (await response).json());
const list = async (url = gateway.url) =>
  queuePageSchema.parse(await (await fetch(`${url}/queues`)).json()).items;
const queue = async (name: Queue['name']) => (await list()).find((each) => each.name === name);

describe('a queue of engine work', () => {
  afterEach(async () => {
    await post('speech/resume');
  });

  it('is paused with a reason, and resumed', async () => {
    const paused = await done(post('speech/pause', { reason: 'A new graphics card.' }));
    expect(paused).toMatchObject({ name: 'speech', paused: true, reason: 'A new graphics card.' });
    expect(Math.abs(Date.parse(paused.pausedAt ?? '') - Date.now())).toBeLessThan(60_000);
    expect(await queue('speech')).toMatchObject({ paused: true, pausedAt: paused.pausedAt });
    expect(await queue('language')).toMatchObject({ paused: false, pausedAt: null, reason: null });
    const resumed = await done(post('speech/resume'));
    expect(resumed).toMatchObject({ paused: false, pausedAt: null, reason: null });
  });

  it('needs no reason', async () => {
    expect(await done(post('speech/pause'))).toMatchObject({ paused: true, reason: null });
    expect((await post('speech/pause', { reason: '' })).status).toBe(400);
  });

  it('that is already paused keeps its time and reason', async () => {
    const first = await done(post('speech/pause', { reason: 'First.' }));
    const second = await done(post('speech/pause', { reason: 'Second.' }));
    expect([second.reason, second.pausedAt]).toEqual(['First.', first.pausedAt]);
    await post('speech/resume');
    expect(await done(post('speech/resume'))).toMatchObject({ paused: false });
  });

  it('starts no work while it is paused, and all work within seconds after it is resumed', async () => {
    const work = await Transcriptions.create();
    try {
      await work.start('before');
      await eventually(() => expect(work.started).toEqual(['before']));
      await post('speech/pause', { reason: 'Maintenance.' });
      await work.start('one');
      await work.start('two');
      await eventually(async () => {
        const speech = await queue('speech');
        expect(speech).toMatchObject({ waiting: 2 });
        expect(speech?.oldestWaitMs).toBeGreaterThan(2_000);
      }, 20_000);
      expect(work.started).toEqual(['before']);
      await post('speech/resume');
      await eventually(() => expect(work.started).toHaveLength(3), 10_000);
      await eventually(async () => {
        expect(await queue('speech')).toMatchObject({ waiting: 0, oldestWaitMs: null });
      });
    } finally {
      await work.end();
    }
  });

  it('shows its workers', async () => {
    const work = await Transcriptions.create();
    try {
      await eventually(async () => {
        const workers = (await queue('speech'))?.workers ?? [];
        expect(workers.map(({ identity }) => identity)).toContain(work.identity);
      });
    } finally {
      await work.end();
    }
  });
});

describe('the other queues', () => {
  it('are shown, but cannot be paused', async () => {
    expect((await list()).map(({ name, pausable }) => [name, pausable])).toEqual(
      TASK_QUEUES.map((name) => [name, name === 'speech' || name === 'language']),
    );
    for (const action of ['pause', 'resume']) {
      const refused = await post(`orchestration/${action}`);
      expect(problemSchema.parse(await refused.json())).toMatchObject({
        status: 409,
        code: 'queue_not_pausable',
      });
    }
    expect((await post('nowhere/pause')).status).toBe(400);
  });
});

describe('a task that is pending', () => {
  const shown = async (id: string) =>
    taskSchema.parse(await (await fetch(`${gateway.url}/tasks/${id}`)).json());

  it('shows its position in the queue, and that the queue is paused', async () => {
    const conversationId = await createConversation(gateway.url);
    const first = (await acceptClip(gateway.url, conversationId)).task;
    const second = (await acceptClip(gateway.url, conversationId)).task;
    const place = { name: 'speech', expectedWaitMs: null, paused: false };
    await eventually(async () => {
      expect((await shown(first.id)).queue).toEqual({ ...place, position: 1 });
      expect((await shown(second.id)).queue).toEqual({ ...place, position: 2 });
    });
    const stream = await EventStream.open(`${gateway.url}/tasks/${second.id}/events`);
    await stream.next(({ data }) => data.includes('"paused":false'));
    await post('speech/pause');
    await stream.next(({ data }) => data.includes('"paused":true'));
    stream.close();
    const page = await fetch(`${gateway.url}/tasks?conversationId=${conversationId}`);
    const { items } = taskPageSchema.parse(await page.json());
    const places = items.map((task) => task.queue && [task.queue.position, task.queue.paused]);
    expect(places).toEqual([
      [2, true],
      [1, true],
    ]);
    await post('speech/resume');
  });
});

describe('while Temporal is unavailable', () => {
  let alone: TestGateway;
  beforeAll(async () => {
    alone = await startGateway({ databaseUrl: database.url });
  });
  afterAll(() => alone.stop());

  it('queues are listed without figures', async () => {
    for (const each of await list(alone.url)) {
      expect(each).toMatchObject({
        paused: null,
        waiting: null,
        oldestWaitMs: null,
        workers: null,
      });
    }
  });

  it('queues count the tasks that wait, as many as have a place in them', async () => {
    const waiting = async () => {
      const counts = (await list(alone.url)).map(({ name, waitingTasks }) => [name, waitingTasks]);
      return Object.fromEntries(counts) as Record<Queue['name'], number>;
    };
    const before = await waiting();
    const id = await createConversation(alone.url, 'Two recordings');
    await acceptClip(alone.url, id);
    await acceptClip(alone.url, id);
    const after = await waiting();
    expect(after).toEqual({ ...before, speech: before.speech + 2 });
    const page = await fetch(`${alone.url}/tasks?state=pending&type=transcription&limit=200`);
    const { items } = taskPageSchema.parse(await page.json());
    const positions = items.map((task) => task.queue?.position ?? 0).sort((a, b) => a - b);
    expect(positions).toEqual(Array.from({ length: after.speech }, (_, index) => index + 1));
  });

  it('no queue can be paused or resumed', async () => {
    for (const action of ['pause', 'resume']) {
      const refused = await post(`speech/${action}`, undefined, alone.url);
      expect(problemSchema.parse(await refused.json())).toMatchObject({
        status: 503,
        code: 'temporal_unavailable',
      });
    }
  });
});

/** Transcriptions whose only step records its start, with a worker for them. */
class Transcriptions {
  /** Ids of the clips whose step has started. */
  readonly started: string[] = [];
  readonly identity = `tiny-worker-${Math.random()}`;
  private readonly workers: Worker[] = [];
  private runs: readonly Promise<void>[] = [];

  static async create(): Promise<Transcriptions> {
    const work = new Transcriptions();
    const bundle = { workflowBundle: await workflowBundle() };
    const probeClip = ({ clipId }: TranscriptionInput): Promise<ProbeOutcome> => {
      work.started.push(clipId ?? '');
      return Promise.resolve({ kind: 'skip' });
    };
    const { identity } = work;
    work.workers.push(
      await temporal.worker({ identity, taskQueue: 'orchestration', ...bundle }),
      await temporal.worker({ identity, taskQueue: 'speech', activities: { probeClip } }),
    );
    work.runs = work.workers.map((worker) => worker.run());
    return work;
  }

  /** @param clipId identifies the transcription */
  async start(clipId: string): Promise<void> {
    const ids = { taskId: clipId, clipId, conversationId: 'conversation', ownerId: 'ada' };
    const input: TranscriptionInput = {
      ...ids,
      attempt: 1,
      timeouts: TIMEOUTS,
      parallelActivities: 1,
    };
    await temporal.client.workflow.start('transcription', {
      workflowId: `${this.identity}:${clipId}`,
      taskQueue: 'orchestration',
      args: [input],
    });
  }

  async end(): Promise<void> {
    for (const worker of this.workers) worker.shutdown();
    await Promise.all(this.runs);
  }
}
