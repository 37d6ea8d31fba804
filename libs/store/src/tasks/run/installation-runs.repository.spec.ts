import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runOf, TestStore } from '../../store.fixture.ts';
import type { TaskRecord } from '../task.records.ts';

describe('the runs of tasks of the installation', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  async function runningBackup(): Promise<TaskRecord> {
    const { installationTasks, installationRuns } = store.repositories;
    const task = await installationTasks.request('backup', {}, null);
    await store.deliverAll();
    await installationRuns.start(runOf(task), 'run-1');
    return task;
  }

  it('are completed once', async () => {
    const task = await runningBackup();
    const { installationRuns } = store.repositories;
    expect(await installationRuns.complete(runOf(task), [])).toBe(true);
    expect(await installationRuns.complete(runOf(task), [])).toBe(false);
    expect(await store.task(task.id)).toMatchObject({ state: 'completed', step: 'prune' });
  });

  it('are completed although a request to cancel came after the result was there', async () => {
    const task = await runningBackup();
    const { installationRuns, tasks } = store.repositories;
    await tasks.requestCancel(task.id);
    expect(await installationRuns.complete(runOf(task), [])).toBe(true);
    expect(await store.task(task.id)).toMatchObject({ state: 'completed', error: null });
  });

  it('say how far they are, until they have ended', async () => {
    const task = await runningBackup();
    const { installationRuns } = store.repositories;
    // More bytes than a 32-bit integer counts.
    const progress = { step: 'copy', done: 3_000_000_000, total: 5_000_000_000 } as const;
    await installationRuns.advance(runOf(task), progress);
    expect(await store.task(task.id)).toMatchObject(progress);
    await installationRuns.complete(runOf(task), []);
    await installationRuns.advance(runOf(task), { ...progress, step: 'dump' });
    expect(await store.task(task.id)).toMatchObject({ step: 'prune', done: progress.total });
  });
});
