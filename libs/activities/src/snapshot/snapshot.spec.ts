import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { pino } from 'pino';
import type { TaskRun } from '#contracts/tasks';
import { SnapshotFolder, SnapshotTaker } from '#backups';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { TestWorker } from '../worker.fixture.ts';
import { snapshot } from './snapshot.handler.ts';

const PIVOTAL = { speaker: 'Ada', text: 'We launch in March, whatever comes, that is decided.' };

describe('snapshots of a worker', () => {
  let worker: TestWorker;
  let folder: string;
  let snapshots: SnapshotFolder;
  beforeEach(async () => {
    worker = await TestWorker.open();
    folder = path.join(await temporaryFolder('snapshots'), 'snapshots');
    snapshots = new SnapshotFolder(folder);
  });
  afterEach(async () => {
    await worker.close();
    await rm(path.dirname(folder), { recursive: true });
  });

  const request = async (): Promise<TaskRun> => {
    const task = await worker.repositories.installationTasks.request('snapshot', {}, null);
    return { taskId: task.id, attempt: task.attempt };
  };
  /** Runs the activity as Temporal would. */
  const take = (run: TaskRun, attempt = 1) => {
    const logger = pino({ level: 'silent' });
    const { repositories } = worker;
    const snapshotTaker = new SnapshotTaker(repositories.projections, snapshots, 2, logger);
    const { takeSnapshot } = snapshot.create({ ...repositories, snapshotTaker });
    const retryPolicy = { maximumAttempts: 6 };
    const sole = { ...run, endsIn: 'replay' as const };
    return worker.environment(attempt, { retryPolicy }).run(() => takeSnapshot(sole), sole);
  };
  const score = async () => {
    const { runs } = await worker.newConversation(PIVOTAL);
    const run = runs.get('significance');
    if (!run) throw new Error('there is nothing to score');
    await worker.run((all) => all.scoreMemories(run));
    return worker.task(run);
  };
  const openSnapshot = () => worker.repositories.installationTasks.findOpen('snapshot');

  describe('the task', () => {
    it('is completed with the number of the last event', async () => {
      await score();
      const run = await request();
      const outcome = await take(run);
      const [taken] = await snapshots.list();
      expect(outcome).toMatchObject({ kind: 'done', done: taken?.eventNumber, warnings: [] });
      expect(await worker.task(run)).toMatchObject({
        ...{ state: 'completed', step: 'keep', error: null },
        ...{ done: taken?.eventNumber, total: taken?.eventNumber },
      });
      expect(await take(run)).toMatchObject({ kind: 'skip' });
      expect(await snapshots.list()).toHaveLength(1);
    });

    it('fails where nothing can be written, and says why', async () => {
      await writeFile(folder, 'a file in its place');
      const run = await request();
      const failure: unknown = await take(run).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ApplicationFailure);
      expect(failure).toMatchObject({ type: 'snapshot_failed', nonRetryable: false });
      expect(await worker.task(run)).toMatchObject({ state: 'running' });
      await expect(take(run, 6)).rejects.toMatchObject({ type: 'snapshot_failed' });
      const { state, error } = await worker.task(run);
      expect({ state, error }).toMatchObject({
        state: 'failed',
        error: { code: 'snapshot_failed', stage: 'replay' },
      });
      expect(error?.message).toContain('ENOTDIR');
    });
  });

  describe('after scoring', () => {
    it('are requested when they are due, once', async () => {
      worker.snapshots = { everyEvents: 1, everyMs: 1e12 };
      expect(await score()).toMatchObject({ state: 'completed' });
      const first = await openSnapshot();
      expect(first).toMatchObject({ type: 'snapshot', priority: 'batch', state: 'pending' });
      await score();
      expect((await openSnapshot())?.id).toBe(first?.id);
    });

    it('are not requested when they are not due, or disabled', async () => {
      await score();
      worker.snapshots = { everyEvents: 1e9, everyMs: 1e12 };
      await score();
      expect(await openSnapshot()).toBeNull();
    });

    it('count events and time from the last one', async () => {
      await take(await request());
      const { eventsSince, sinceMs, sinceFailureMs } =
        await worker.repositories.snapshotAge.sinceLast(new Date(Date.now() + 60_000));
      // The end of the task that has taken it.
      expect(eventsSince).toBe(1);
      expect(sinceMs).toBeGreaterThanOrEqual(60_000);
      expect(sinceFailureMs).toBeNull();
    });

    it('are not tried again at once where the disk fails, and scoring goes on', async () => {
      worker.snapshots = { everyEvents: 1, everyMs: 1 };
      await writeFile(folder, 'a file in its place');
      await score();
      const task = await openSnapshot();
      await expect(take({ taskId: task?.id ?? '', attempt: 1 }, 6)).rejects.toThrow();
      expect(await openSnapshot()).toBeNull();
      expect(await score()).toMatchObject({ state: 'completed', error: null });
      expect(await openSnapshot()).toBeNull();
    });

    it('harm no score when the database fails at that moment', async () => {
      worker.snapshots = { everyEvents: 1, everyMs: 1 };
      await worker.database.pool.query('ALTER SEQUENCE events_sequence_seq RENAME TO away');
      await worker.database.pool.query(
        `ALTER TABLE events ALTER COLUMN sequence
         SET DEFAULT (pg_current_xact_id()::text)::bigint * 0 + nextval('away')`,
      );
      try {
        const { id, state } = await score();
        expect(state).toBe('completed');
        const { rows } = await worker.database.pool.query(
          'SELECT significance FROM memories WHERE significance_task_id = $1',
          [id],
        );
        expect(rows).toHaveLength(1);
        expect(rows).not.toContainEqual({ significance: null });
        expect(worker.log.join('')).toContain('cannot look whether a snapshot is due');
      } finally {
        await worker.database.pool.query('ALTER SEQUENCE away RENAME TO events_sequence_seq');
      }
    });
  });
});
