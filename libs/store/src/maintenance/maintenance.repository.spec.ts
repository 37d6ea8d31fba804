import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { A_FAILURE, anExchange, runOf, TestStore } from '../store.fixture.ts';

describe('maintenance', () => {
  let store: TestStore;
  /** A process that does not score memories. */
  let unscored: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
    unscored = store.another({}, false);
  });
  afterAll(async () => {
    await unscored.close();
    await store.close();
  });

  const idsWithRuns = async () =>
    (await store.repositories.maintenance.tasksWithRuns('', 1000)).map(({ id }) => id);
  const idsWithWork = async (scoring = true) =>
    (
      await (scoring ? store : unscored).repositories.pendingWork.unsignalled(
        'conversation',
        '',
        1000,
      )
    ).map(({ id }) => id);
  const typesOf = async (taskId: string) =>
    (
      await store.rows('SELECT type FROM events WHERE task_id = $1 ORDER BY sequence', [taskId])
    ).map(({ type }) => String(type));

  describe('of tasks', () => {
    it('finds running tasks, and pending tasks without an entity', async () => {
      const running = await store.runningTask();
      const waiting = await store.newTask();
      const scoring = await store.newScoring();
      await store.deliverAll();
      const ids = await idsWithRuns();
      expect(ids).toEqual(expect.arrayContaining([running.id, scoring.id]));
      expect(ids).not.toContain(waiting.id);
    });

    it('leaves out tasks with outbox messages, and tasks that have ended', async () => {
      const ended = await store.runningTask();
      const scoring = await store.newScoring();
      await store.repositories.tasks.end(runOf(ended), A_FAILURE);
      const ids = await idsWithRuns();
      expect(ids).not.toContain(scoring.id);
      expect(ids).not.toContain(ended.id);
    });

    it('reads page by page', async () => {
      const all = await idsWithRuns();
      const first = await store.repositories.maintenance.tasksWithRuns('', 1);
      const rest = await store.repositories.maintenance.tasksWithRuns(first[0]?.id ?? '', 1000);
      expect([...first, ...rest].map(({ id }) => id)).toEqual(all);
    });

    it('follows a run once, with an event', async () => {
      const task = await store.runningTask();
      await store.repositories.maintenance.follow(runOf(task), 'run-2');
      await store.repositories.maintenance.follow(runOf(task), 'run-2');
      expect(await store.task(task.id)).toMatchObject({ runId: 'run-2', state: 'running' });
      expect(await typesOf(task.id)).toEqual(['task_created', 'task_started', 'task_run_changed']);
    });

    it('restarts a task that had started, as a new attempt', async () => {
      const task = await store.runningTask();
      await store.repositories.maintenance.startAgain(runOf(task));
      expect(await store.task(task.id)).toMatchObject({
        state: 'pending',
        attempt: 2,
        runId: null,
      });
      const parameters = [task.conversationId];
      expect(await store.count('work_signals', 'entity_id = $1', parameters)).toBe(1);
      await store.repositories.maintenance.startAgain(runOf(task));
      expect(await store.task(task.id)).toMatchObject({ attempt: 2 });
    });

    it('enqueues a task that had not started for Temporal again', async () => {
      const task = await store.newScoring();
      await store.deliverAll();
      await store.repositories.maintenance.startAgain(runOf(task));
      expect(await store.task(task.id)).toMatchObject({ state: 'pending', attempt: 1 });
      expect(await store.count('outbox', `task_id = $1 AND kind = 'start'`, [task.id])).toBe(1);
    });

    it('requests the cancellation of a cancelling task again, and of no other', async () => {
      const [cancelling, running] = [await store.runningTask(), await store.runningTask()];
      await store.repositories.tasks.requestCancel(cancelling.id);
      await store.deliverAll();
      for (const task of [cancelling, running])
        await store.repositories.maintenance.cancelAgain(runOf(task));
      expect(await store.count('outbox', 'task_id = $1', [cancelling.id])).toBe(1);
      expect(await store.count('outbox', 'task_id = $1', [running.id])).toBe(0);
    });
  });

  describe('of conversations', () => {
    it('finds those with pending work and no work signal', async () => {
      const quiet = await store.newConversation();
      const spoken = await store.newConversation();
      const recorded = await store.newConversation();
      await store.repositories.exchanges.add(anExchange(spoken), null);
      await store.newTask(recorded);
      expect(await idsWithWork()).not.toContain(spoken);
      await store.deliverAll();
      const ids = await idsWithWork();
      expect(ids).toEqual(expect.arrayContaining([spoken, recorded]));
      expect(ids).not.toContain(quiet);
    });

    it('ignores unscored memories where memories are not scored', async () => {
      const id = await store.newConversation();
      await store.repositories.exchanges.add(anExchange(id), null);
      await store.deliverAll();
      await store.rows(
        `UPDATE segments SET correction_task_id = 'done' WHERE conversation_id = $1`,
        [id],
      );
      await store.rows('UPDATE conversations SET summary_seen_revision = revision WHERE id = $1', [
        id,
      ]);
      expect(await idsWithWork(true)).toContain(id);
      expect(await idsWithWork(false)).not.toContain(id);
    });
  });

  it('removes expired idempotency keys and usage, and nothing else', async () => {
    const request = { scope: 'POST /conversations', key: 'k', requestHash: 'h' };
    await store.repositories.conversations.create(
      { ownerId: 'ada', title: 'One', tags: [] },
      request,
    );
    await store.rows(`INSERT INTO owner_usage VALUES ('old', now()::date, 1, 1)`);
    expect(await store.repositories.maintenance.removeExpired(7, 90)).toBe(0);
    await store.rows(`UPDATE idempotency_keys SET created_at = now() - interval '8 days'`);
    await store.rows(`INSERT INTO owner_usage VALUES ('old', now()::date - 91, 1, 1)`);
    expect(await store.repositories.maintenance.removeExpired(7, 90)).toBe(2);
    expect(await store.count('owner_usage', `owner_id = 'old'`)).toBe(1);
  });
});

describe('a workflow that an operator has reset', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const FIRST = 'run-first';
  const failedTask = async () => {
    const { id } = await store.newTask();
    const run = { taskId: id, attempt: 1, firstRunId: FIRST };
    await store.repositories.transcriptions.start(run, FIRST);
    await store.repositories.tasks.end(run, A_FAILURE);
    return run;
  };

  it('reopens its task, which may end again in any way', async () => {
    const run = await failedTask();
    expect(await store.repositories.transcriptions.start(run, 'run-reset')).toBe(true);
    expect(await store.task(run.taskId)).toMatchObject({
      state: 'running',
      runId: 'run-reset',
      error: null,
      endedAt: null,
    });
    await store.repositories.tasks.end(run, A_FAILURE);
    expect(await store.task(run.taskId)).toMatchObject({ state: 'failed' });
    expect(await store.repositories.transcriptions.start(run, 'run-again')).toBe(true);
    await store.repositories.tasks.end(run, { state: 'cancelled' });
    expect(await store.task(run.taskId)).toMatchObject({ state: 'cancelled', reopenings: 2 });
  });

  it('stores its new run id while its task is running', async () => {
    const { id } = await store.newTask();
    const run = { taskId: id, attempt: 1, firstRunId: FIRST };
    await store.repositories.transcriptions.start(run, FIRST);
    expect(await store.repositories.transcriptions.start(run, 'run-reset')).toBe(true);
    expect(await store.task(id)).toMatchObject({ state: 'running', runId: 'run-reset' });
  });

  it('is distinguished from a repeated start', async () => {
    const run = await failedTask();
    const twice = { ...run, firstRunId: 'run-other' };
    expect(await store.repositories.transcriptions.start(twice, 'run-other')).toBe(false);
    expect(await store.repositories.transcriptions.start({ ...run, attempt: 2 }, 'run-reset')).toBe(
      false,
    );
    expect(await store.task(run.taskId)).toMatchObject({ state: 'failed' });
  });

  it('does not start a task that was cancelled before its start', async () => {
    const { id } = await store.newTask();
    await store.repositories.tasks.requestCancel(id);
    const run = { taskId: id, attempt: 1, firstRunId: FIRST };
    expect(await store.repositories.transcriptions.start(run, FIRST)).toBe(false);
  });
});
