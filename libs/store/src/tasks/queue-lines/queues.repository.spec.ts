import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TaskType } from '#contracts/tasks';
import { TestStore } from '../../store.fixture.ts';
import type { TaskRecord } from '../task.records.ts';

interface Pending {
  readonly owner: string;
  readonly type?: TaskType;
  readonly priority?: 'interactive' | 'batch';
  readonly skipsQuietWait?: boolean;
  readonly state?: string;
}

const QUIET_SINCE = new Date('2026-01-01T00:00:00Z');
const BEFORE = '2025-12-31T23:59:00Z';
const AFTER = '2026-01-01T00:00:01Z';

describe('queues', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await store.rows('TRUNCATE tasks CASCADE');
    made = 0;
  });

  let made = 0;
  const insert = async (pending: Pending, more: Record<string, unknown> = {}) => {
    const { owner, type = 'transcription', priority = 'interactive' } = pending;
    const { skipsQuietWait = false } = pending;
    const id = `tsk_${String((made += 1)).padStart(26, '0')}`;
    const row = {
      ...{
        id,
        type,
        priority,
        skips_quiet_wait: skipsQuietWait,
        owner_id: owner,
        state: pending.state ?? 'pending',
      },
      ...{ warnings: '[]', workflow_id: id, created_at: BEFORE, ...more },
    };
    const placeholders = Object.keys(row).map((_, index) => `$${index + 1}`);
    await store.rows(
      `INSERT INTO tasks (${Object.keys(row).join(', ')}) VALUES (${placeholders.join(', ')})`,
      Object.values(row),
    );
    return store.task(id);
  };
  const insertAll = async (...all: readonly Pending[]) => {
    const tasks = [];
    for (const each of all) tasks.push(await insert(each));
    return tasks;
  };

  describe('the places of tasks', () => {
    it('give the rank among the owner’s tasks, and the queue length of each owner', async () => {
      const [a1, b1, a2, a3, b2] = await insertAll(
        ...[{ owner: 'ada' }, { owner: 'bob' }, { owner: 'ada' }],
        ...[{ owner: 'ada', priority: 'batch' as const }, { owner: 'bob' }],
      );
      const { lines, places } = await store.repositories.queues.placesOf(
        [b2!, a3!, a2!],
        QUIET_SINCE,
      );
      const place = { queue: 'speech', ownerId: 'ada', priority: 'interactive' };
      expect(places).toEqual([
        { ...place, taskId: a2!.id, rank: 2 },
        { ...place, taskId: a3!.id, priority: 'batch', rank: 1 },
        { ...place, taskId: b2!.id, ownerId: 'bob', rank: 2 },
      ]);
      expect(new Set(lines)).toEqual(
        new Set([
          { ...place, waiting: 2, oldestId: a1!.id },
          { ...place, priority: 'batch', waiting: 1, oldestId: a3!.id },
          { ...place, ownerId: 'bob', waiting: 2, oldestId: b1!.id },
        ]),
      );
    });

    it('count all task types that share a queue in one line', async () => {
      const [, , third] = await insertAll(
        { owner: 'ada', type: 'correction' },
        { owner: 'ada', type: 'transcription' },
        { owner: 'ada', type: 'significance' },
      );
      const { lines, places } = await store.repositories.queues.placesOf([third!], QUIET_SINCE);
      expect(places).toMatchObject([{ queue: 'language', rank: 2 }]);
      expect(lines.map(({ queue, waiting }) => [queue, waiting]).sort()).toEqual([
        ['language', 2],
        ['speech', 1],
      ]);
    });

    it('count tasks between those of a page, although the page does not show them', async () => {
      const tasks = await insertAll(...Array.from({ length: 6 }, () => ({ owner: 'ada' })));
      const { places } = await store.repositories.queues.placesOf(
        [tasks[4]!, tasks[1]!],
        QUIET_SINCE,
      );
      expect(places.map(({ rank }) => rank)).toEqual([2, 5]);
    });

    it('leave out tasks that are not pending', async () => {
      const [running, pending] = await insertAll(
        { owner: 'ada', state: 'running' },
        { owner: 'ada' },
      );
      const { lines, places } = await store.repositories.queues.placesOf(
        [running!, pending!],
        QUIET_SINCE,
      );
      expect(places).toMatchObject([{ taskId: pending!.id, rank: 1 }]);
      expect(lines).toMatchObject([{ waiting: 1 }]);
    });

    it('leave out a summary that waits for quiet, but not a requested or due one', async () => {
      const quiet = await insert({ owner: 'ada', type: 'summary' }, { created_at: AFTER });
      const requested = await insert(
        { owner: 'ada', type: 'summary', skipsQuietWait: true },
        { created_at: AFTER },
      );
      const due = await insert({ owner: 'ada', type: 'summary' });
      const { lines, places } = await store.repositories.queues.placesOf(
        [quiet, requested, due],
        QUIET_SINCE,
      );
      expect(places.map(({ taskId, rank }) => [taskId, rank])).toEqual([
        [requested.id, 1],
        [due.id, 2],
      ]);
      expect(lines).toMatchObject([{ waiting: 2, oldestId: requested.id }]);
    });

    it('cost one pass over pending tasks: not much longer than a count of 10,000', async () => {
      await store.rows(`
        INSERT INTO tasks (id, type, state, owner_id, priority, warnings, workflow_id, created_at)
        SELECT 'tsk_' || lpad(n::text, 26, '0'), 'transcription', 'pending', 'owner-' || n % 200,
          CASE WHEN n % 3 = 0 THEN 'batch' ELSE 'interactive' END, '[]', 'w' || n, '${BEFORE}'
        FROM generate_series(1, 10000) AS n`);
      await store.rows('VACUUM ANALYZE tasks');
      const last = await store.task(`tsk_${'10000'.padStart(26, '0')}`);
      const countMs = await fastestMs(() => store.count('tasks', `state = 'pending'`));
      const placeMs = await fastestMs(async () => {
        const { places } = await store.repositories.queues.placesOf([last], QUIET_SINCE);
        expect(places).toMatchObject([{ rank: 34 }]);
      });
      expect(placeMs).toBeLessThan(20 * countMs);
    });
  });

  describe('the places of running transcriptions', () => {
    const chunk = (taskId: string, index: number, changes: Record<string, unknown> = {}) => {
      const row = {
        ...{ task_id: taskId, chunk_index: index, start_ms: index * 1000 },
        ...{ end_ms: index * 1000 + 1000, overlaps_previous: false, version: 1, ...changes },
      };
      const placeholders = Object.keys(row).map((_, at) => `$${at + 1}`);
      return store.rows(
        `INSERT INTO task_chunks (${Object.keys(row).join(', ')}) VALUES (${placeholders.join(', ')})`,
        Object.values(row),
      );
    };
    const running = async (chunks: number, owner = 'ada', more: Partial<Pending> = {}) => {
      const task = await insert({ owner, state: 'running', ...more });
      for (let index = 0; index < chunks; index += 1) await chunk(task.id, index);
      return task;
    };
    const placesOf = async (...tasks: readonly TaskRecord[]) => {
      const { lines, places } = await store.repositories.queues.piecesOf(tasks, 4);
      return places.map(({ taskId, rank }) => [
        tasks.findIndex(({ id }) => id === taskId),
        rank,
        lines.reduce((sum, { waiting }) => sum + waiting, 0),
      ]);
    };

    it('count the chunks of older ones, as many as are in the queue at once', async () => {
      const [long, short, last] = [await running(9), await running(2), await running(1)];
      expect(await placesOf(last, long, short)).toEqual([
        [1, 1, 7],
        [2, 5, 7],
        [0, 7, 7],
      ]);
    });

    it('are none once a chunk has begun, and for what was not cut yet', async () => {
      const begun = await running(3);
      await store.rows(
        `UPDATE task_chunks SET partial = '[]' WHERE task_id = $1 AND chunk_index = 1`,
        [begun.id],
      );
      const done = await running(2);
      await store.rows(
        `UPDATE task_chunks SET result_key = 'key' WHERE task_id = $1 AND chunk_index = 0`,
        [done.id],
      );
      const uncut = await running(0);
      const other = await insert({ owner: 'ada', type: 'summary', state: 'running' });
      const waits = await running(1);
      // What has begun still has chunks in the queue, before those of others.
      expect(await placesOf(begun, done, uncut, other, waits)).toEqual([[4, 4, 4]]);
    });

    it('leave out what has ended or waits itself', async () => {
      await running(5, 'ada', { state: 'failed' });
      await running(5, 'ada', { state: 'pending' });
      expect(await placesOf(await running(1))).toEqual([[0, 1, 1]]);
    });

    it('are in the line of their owner and priority', async () => {
      await running(3, 'bob');
      await running(2, 'ada', { priority: 'batch' });
      const task = await running(1);
      const { lines, places } = await store.repositories.queues.piecesOf([task], 4);
      expect(places).toMatchObject([{ queue: 'speech', ownerId: 'ada', rank: 1 }]);
      expect(lines).toHaveLength(3);
    });
  });

  describe('the recent pace', () => {
    const tenMinutesAgo = Date.now() - 10 * 60_000;
    const twoHoursAgo = Date.now() - 120 * 60_000;
    const completed = (type: TaskType, fromMs: number, toMs: number, sinceMs = tenMinutesAgo) => {
      const [startedAt, endedAt] = [new Date(sinceMs + fromMs), new Date(sinceMs + toMs)];
      const times = { started_at: startedAt, ended_at: endedAt };
      return insert({ owner: 'ada', type, state: 'completed' }, times);
    };

    it('is empty when no task was completed in the last hour', async () => {
      await completed('transcription', 0, 9_000, twoHoursAgo);
      await insert({ owner: 'ada' });
      expect(await store.repositories.queues.recentPaces()).toEqual([]);
    });

    it('counts time once in which several tasks ran', async () => {
      await completed('correction', 0, 4_000);
      await completed('summary', 2_000, 6_000);
      await completed('significance', 10_000, 11_000);
      await completed('transcription', 0, 30_000);
      const paces = await store.repositories.queues.recentPaces();
      expect(new Map(paces.map(({ queue, ...pace }) => [queue, pace]))).toEqual(
        new Map([
          ['language', { tasks: 3, busyMs: 7_000 }],
          ['speech', { tasks: 1, busyMs: 30_000 }],
        ]),
      );
    });
  });
});

/** The fastest of many measurements, because other load may slow some of them. */
async function fastestMs(work: () => Promise<unknown>): Promise<number> {
  const tookMs: number[] = [];
  for (let time = 0; time < 30; time += 1) {
    const startedAt = performance.now();
    await work();
    tookMs.push(performance.now() - startedAt);
  }
  return Math.min(...tookMs);
}
