import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../database/ids.ts';
import { Gate, TestStore } from '../store.fixture.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import type { TaskRecord } from './task.records.ts';

const FAILURE = {
  code: 'audio_unreadable',
  stage: 'probe',
  message: 'It cannot be read.',
  retryable: false,
  nextAction: 'Export it again.',
} as const;

describe('tasks', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const messagesOf = (task: TaskRecord, kind: string) =>
    store.count('outbox', 'task_id = $1 AND kind = $2', [task.id, kind]);

  const signalsOf = (task: TaskRecord) =>
    store.count('work_signals', 'entity_id = $1', [task.conversationId]);

  const end = (task: TaskRecord, state: 'cancelled' | 'failed') =>
    store.repositories.tasks.end(
      { taskId: task.id, attempt: task.attempt },
      state === 'failed' ? { state, error: FAILURE } : { state },
    );

  describe('cancelling', () => {
    it.each(['newTask', 'newScoring'] as const)(
      'ends a pending task at once (%s)',
      async (make) => {
        const task = await store[make]();
        const cancelled = await store.repositories.tasks.requestCancel(task.id);
        expect(cancelled).toMatchObject({ state: 'cancelled', startedAt: null });
        expect(cancelled.endedAt).toBeInstanceOf(Date);
      },
    );

    it('prevents a pending task from running, and cancels its workflow', async () => {
      const task = await store.newTask();
      await store.deliverAll();
      await store.repositories.tasks.requestCancel(task.id);
      expect(await messagesOf(task, 'cancel')).toBe(1);
      expect(
        await store.repositories.transcriptions.start({ taskId: task.id, attempt: 1 }, 'run'),
      ).toBe(false);
      expect(await store.task(task.id)).toMatchObject({ state: 'cancelled' });
    });

    it('sends a message for a running task, which is cancelling until it has stopped', async () => {
      const task = await store.runningTask();
      const asked = await store.repositories.tasks.requestCancel(task.id);
      expect(asked).toMatchObject({ state: 'cancelling', endedAt: null });
      expect(await messagesOf(task, 'cancel')).toBe(1);
      await end(task, 'cancelled');
      expect(await store.task(task.id)).toMatchObject({ state: 'cancelled' });
    });

    it('sends a message for a task whose start is being delivered', async () => {
      const task = await store.newScoring();
      const gate = new Gate();
      let deliveryStarted = false;
      const round = store.repositories.outbox.dispatch(100, async () => {
        deliveryStarted = true;
        await gate.opened;
        return 'delivered';
      });
      await eventually(() => expect(deliveryStarted).toBe(true));
      expect(await store.repositories.tasks.requestCancel(task.id)).toMatchObject({
        state: 'cancelled',
      });
      gate.open();
      await round;
      expect(await messagesOf(task, 'cancel')).toBe(1);
    });

    it('changes nothing the second time, also concurrently', async () => {
      const task = await store.runningTask();
      const cancel = () => store.repositories.tasks.requestCancel(task.id);
      const [first, second] = await Promise.all([cancel(), cancel()]);
      expect([first.version, second.version]).toEqual([task.version + 1, task.version + 1]);
      expect(await cancel()).toEqual(await store.task(task.id));
      expect(await messagesOf(task, 'cancel')).toBe(1);
    });

    it('is refused once the task has ended', async () => {
      const task = await store.runningTask();
      await end(task, 'failed');
      const late = store.repositories.tasks.requestCancel(task.id);
      await expect(late).rejects.toMatchObject({ code: 'task_not_cancellable' });
      expect(await store.task(task.id)).toMatchObject({ state: 'failed' });
    });

    it('is refused for a task that does not exist', async () => {
      const missing = store.repositories.tasks.requestCancel(newId('task'));
      await expect(missing).rejects.toMatchObject({ code: 'not_found' });
    });
  });

  describe('retrying', () => {
    it('runs a failed task again from the start, as its next attempt', async () => {
      const task = await store.runningTask();
      await end(task, 'failed');
      expect(await store.task(task.id)).toMatchObject({ state: 'failed', error: FAILURE });
      const retried = await store.repositories.tasks.retry(task.id);
      expect(retried).toMatchObject({ state: 'pending', attempt: 2, step: null, error: null });
      expect(retried).toMatchObject({ done: 0, total: null, runId: null, warnings: [] });
      expect(retried).toMatchObject({ startedAt: null, endedAt: null, skipsQuietWait: true });
    });

    it('leaves the start to the workflow of its conversation', async () => {
      const task = await store.newTask();
      await store.repositories.tasks.requestCancel(task.id);
      await store.rows('DELETE FROM work_signals');
      await store.repositories.tasks.retry(task.id);
      expect(await signalsOf(task)).toBe(1);
      expect(await messagesOf(task, 'start')).toBe(0);
    });

    it('leaves the start to the outbox when it belongs to no conversation', async () => {
      const task = await store.newScoring();
      await store.repositories.tasks.requestCancel(task.id);
      await store.deliverAll();
      await store.repositories.tasks.retry(task.id);
      expect(
        await store.count('outbox', `task_id = $1 AND kind = 'start' AND attempt = 2`, [task.id]),
      ).toBe(1);
      expect(await store.count('work_signals')).toBe(0);
    });

    it('runs a cancelled task again, which can again be cancelled and retried', async () => {
      const { id } = await store.newTask();
      await store.repositories.tasks.requestCancel(id);
      await store.repositories.tasks.retry(id);
      expect(await store.repositories.tasks.requestCancel(id)).toMatchObject({
        state: 'cancelled',
        attempt: 2,
      });
      expect(await store.repositories.tasks.retry(id)).toMatchObject({
        state: 'pending',
        attempt: 3,
      });
    });

    it('runs a timed out task again', async () => {
      const task = await store.runningTask();
      const error = { ...FAILURE, code: 'timed_out' } as const;
      const run = { taskId: task.id, attempt: 1 };
      await store.repositories.tasks.end(run, { state: 'failed', error });
      expect(await store.task(task.id)).toMatchObject({ state: 'timedOut' });
      expect(await store.repositories.tasks.retry(task.id)).toMatchObject({
        state: 'pending',
        attempt: 2,
      });
    });

    it('is refused while the task is pending, running or cancelling', async () => {
      const waiting = await store.newTask();
      const running = await store.runningTask();
      const cancelling = await store.runningTask();
      await store.repositories.tasks.requestCancel(cancelling.id);
      for (const { id } of [waiting, running, cancelling]) {
        await expect(store.repositories.tasks.retry(id)).rejects.toMatchObject({
          code: 'task_not_retryable',
        });
      }
    });

    it('is refused once the task is completed', async () => {
      const task = await store.runningTask();
      const run = { taskId: task.id, attempt: 1 };
      await store.repositories.transcripts.complete(run, task.clipId ?? '', nothingSaid);
      const again = store.repositories.tasks.retry(task.id);
      await expect(again).rejects.toMatchObject({ code: 'task_not_retryable' });
    });

    describe('with settings', () => {
      const completed = async () => {
        const task = await store.runningTask();
        const run = { taskId: task.id, attempt: 1 };
        await store.repositories.transcripts.complete(run, task.clipId ?? '', nothingSaid);
        return task;
      };
      const retriedEvents = async ({ id }: TaskRecord) =>
        (
          await store.rows(
            `SELECT data FROM events WHERE task_id = $1 AND type = 'task_retried' ORDER BY sequence`,
            [id],
          )
        ).map((row): unknown => row['data']);

      it('runs a completed task again when they change, with an event', async () => {
        const task = await completed();
        const retried = await store.repositories.tasks.retry(task.id, { language: 'de' });
        expect(retried).toMatchObject({
          state: 'pending',
          attempt: 2,
          settings: { language: 'de' },
        });
        expect(await retriedEvents(task)).toEqual([{ attempt: 2, settings: { language: 'de' } }]);
      });

      it('does not run a completed task again when they do not change', async () => {
        const task = await completed();
        await store.repositories.tasks.retry(task.id, { engine: 'small' });
        await store.repositories.transcripts.complete(
          { taskId: task.id, attempt: 2 },
          task.clipId ?? '',
          nothingSaid,
        );
        for (const settings of [{}, { engine: 'small' }]) {
          const again = store.repositories.tasks.retry(task.id, settings);
          await expect(again).rejects.toMatchObject({ code: 'task_not_retryable' });
        }
      });

      it('replaces the given settings and keeps the others, also over later retries', async () => {
        const task = await store.newTask();
        const retry = async (settings: object) => {
          await store.repositories.tasks.requestCancel(task.id);
          return (await store.repositories.tasks.retry(task.id, settings)).settings;
        };
        expect(await retry({})).toEqual({});
        expect(await retry({ engine: 'small', language: 'de' })).toEqual({
          engine: 'small',
          language: 'de',
        });
        expect(await retry({ language: 'auto' })).toEqual({ engine: 'small', language: 'auto' });
        expect(await retry({})).toEqual({ engine: 'small', language: 'auto' });
        expect((await store.task(task.id)).settings).toEqual({ engine: 'small', language: 'auto' });
        expect((await retriedEvents(task)).at(-1)).toEqual({ attempt: 5 });
      });

      it('makes it the task of its clip again, although a later one has ended', async () => {
        const task = await completed();
        const clipId = task.clipId ?? '';
        const later = await store.repositories.requestedTasks.create(
          { type: 'transcription', clipId },
          null,
        );
        await store.repositories.tasks.requestCancel(later.id);
        await store.repositories.tasks.retry(task.id, { language: 'de' });
        expect(await store.count('clips', 'id = $1 AND task_id = $2', [clipId, task.id])).toBe(1);
      });
    });

    it('starts one attempt for two concurrent requests', async () => {
      const task = await store.newTask();
      await store.repositories.tasks.requestCancel(task.id);
      await store.rows('DELETE FROM work_signals');
      const asked = await Promise.allSettled([
        store.repositories.tasks.retry(task.id),
        store.repositories.tasks.retry(task.id),
      ]);
      expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await store.task(task.id)).toMatchObject({ attempt: 2 });
      expect(await signalsOf(task)).toBe(1);
    });
  });

  describe('listing', () => {
    it('reads page by page, newest first, each task once', async () => {
      const conversationId = await store.newConversation();
      const ids: string[] = [];
      for (let number = 0; number < 5; number += 1) {
        ids.unshift((await store.newTask(conversationId)).id);
      }
      const pages: string[][] = [];
      let cursor: string | undefined;
      do {
        const page = await store.repositories.tasks.list({ conversationId, limit: 2, cursor });
        pages.push(page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
      expect(pages.flat()).toEqual(ids);
    });

    it('applies the filters of the query', async () => {
      const mine = await store.newConversation('grace');
      const cancelled = await store.newTask(mine);
      await store.repositories.tasks.requestCancel(cancelled.id);
      const pending = await store.newTask(mine);
      await store.newTask(await store.newConversation('alan'));
      const idsOf = async (query: object) =>
        (await store.repositories.tasks.list({ limit: 50, ...query })).items.map(({ id }) => id);
      expect(await idsOf({ ownerId: 'grace' })).toEqual([pending.id, cancelled.id]);
      expect(await idsOf({ ownerId: 'grace', state: 'cancelled' })).toEqual([cancelled.id]);
      expect(await idsOf({ conversationId: mine, state: 'pending' })).toEqual([pending.id]);
      expect(await idsOf({ ownerId: 'grace', type: 'transcription' })).toHaveLength(2);
      expect(await idsOf({ ownerId: 'nobody' })).toEqual([]);
    });
  });

  it('update their progress until they have ended', async () => {
    const task = await store.runningTask();
    const run = { taskId: task.id, attempt: task.attempt };
    await store.repositories.tasks.advance(run, 3, 8);
    const advanced = await store.task(task.id);
    expect(advanced).toMatchObject({ done: 3, total: 8, version: task.version + 1 });
    await store.repositories.tasks.advance({ ...run, attempt: 2 }, 5, 8);
    await end(task, 'failed');
    await store.repositories.tasks.advance(run, 8, 8);
    expect(await store.task(task.id)).toMatchObject({ done: 3, total: 8, state: 'failed' });
  });

  it('have a version that increases with each change', async () => {
    const { id } = await store.newTask();
    const versions = [(await store.task(id)).version];
    const run = { taskId: id, attempt: 1 };
    const retried = { taskId: id, attempt: 2 };
    const changes = [
      () => store.repositories.transcriptions.start(run, 'run-1'),
      () => store.repositories.tasks.requestCancel(id),
      () => store.repositories.tasks.end(run, { state: 'cancelled' }),
      () => store.repositories.tasks.retry(id),
      () => store.repositories.transcriptions.start(retried, 'run-2'),
      () => store.repositories.tasks.end(retried, { state: 'failed', error: FAILURE }),
    ];
    for (const change of changes) {
      await change();
      versions.push((await store.task(id)).version);
    }
    expect(versions).toEqual(versions.map((_, index) => versions[0]! + index));
  });

  it('name the types that the caller does not know, of open tasks and of ended ones', async () => {
    const { tasks } = store.repositories;
    const task = await store.newTask();
    const known = ['transcription', 'correction', 'summary', 'significance'];
    expect(await tasks.unknownTypes(known)).toEqual([]);
    await store.rows(`UPDATE tasks SET type = 'agent_report' WHERE id = $1`, [task.id]);
    expect(await tasks.unknownTypes(known)).toEqual(['agent_report']);
    await store.rows(`UPDATE tasks SET ended_at = now() WHERE id = $1`, [task.id]);
    expect(await tasks.unknownTypes(known)).toEqual(['agent_report']);
    await store.rows(`UPDATE tasks SET type = 'transcription' WHERE id = $1`, [task.id]);
  });
});

async function* nothingSaid() {
  return { engine: 'none', segmentCount: 0, wordCount: 0, narratives: [], warnings: [] };
}
