import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { describeRun, entityWorkflowId, SEARCH_ATTRIBUTES } from '#contracts/workflows';
import { ENGINES } from '#engines/definitions';
import { loadConfig } from '#platform';
import type { TaskRecord } from '#store';
import { ReplacedRuns, RunInspector, TaskDelivery, WorkSignalDelivery } from '#temporal';
import { eventually } from '../../../../test/support/eventually.ts';
import { workflowBundle } from '../../../../test/support/shared-servers.ts';
import { TestTemporal } from '../../../../test/support/test-temporal.ts';
import { RestoredInstallation } from '../../../backups/src/restored-installation.fixture.ts';
import { activityInterceptors } from '../shared/activity-interceptor.ts';
import { createTaskActivities } from '../tasks/task.activities.ts';
import { restore } from './restore.handler.ts';

const SETTINGS = loadConfig(ENGINES, {});

describe('a restore that a worker does', () => {
  let temporal: TestTemporal;
  let restored: RestoredInstallation;
  let workers: readonly Worker[];
  let running: Promise<unknown>;
  const logger = pino({ level: 'silent' });
  beforeAll(async () => {
    temporal = await TestTemporal.open();
  });
  afterAll(() => temporal.close());
  beforeEach(async () => {
    restored = await RestoredInstallation.open();
    const { repositories } = restored.installation.store;
    const { client, connection } = temporal;
    const inspector = new RunInspector(client, connection);
    const interceptors = { activity: [activityInterceptors({ ...repositories, logger })] };
    workers = await Promise.all([
      temporal.worker({
        ...{ taskQueue: 'orchestration', interceptors },
        workflowBundle: await workflowBundle(),
        activities: { ...createTaskActivities({ ...repositories, inspector, logger }) },
      }),
      temporal.worker({
        ...{ taskQueue: 'maintenance', interceptors },
        activities: restore.create({
          ...{ ...repositories, logger },
          openRestorer: () => Promise.resolve(restored.restorer),
          restoreEnding: restored.ending,
          replacedRuns: new ReplacedRuns(client),
        }),
      }),
    ]);
    running = Promise.all(workers.map((worker) => worker.run()));
  });
  afterEach(async () => {
    for (const worker of workers) worker.shutdown();
    await running;
    await restored.close();
  });

  /** Delivers what waits in the outbox, as a gateway does. */
  const deliver = () => {
    const { outbox, workSignals } = restored.installation.store.repositories;
    const { client, connection } = temporal;
    const tasks = new TaskDelivery(client, connection, SETTINGS, logger);
    const signals = new WorkSignalDelivery(client, connection, SETTINGS, logger);
    return Promise.all([
      outbox.dispatch(100, (message) => tasks.deliver(message)),
      workSignals.dispatch(100, (signal) => signals.deliver(signal)),
    ]);
  };
  /** The run of a task, which no worker takes. */
  const startRun = (task: TaskRecord) => {
    const { id: taskId, workflowId, ...rest } = task;
    const described = describeRun({ ...rest, taskId, total: null, label: null }, '');
    return temporal.client.workflow.start(task.type, {
      ...{ workflowId, taskQueue: 'nobody', ...described },
    });
  };
  const untilListed = (workflowId: string) =>
    eventually(async () => {
      const query = `WorkflowId = '${workflowId}' AND ${SEARCH_ATTRIBUTES.taskType.name} IS NOT NULL`;
      expect(await Array.fromAsync(temporal.client.workflow.list({ query }))).toHaveLength(1);
    });
  const stateOf = async (workflowId: string) =>
    (await temporal.client.workflow.getHandle(workflowId).describe()).status.name;
  const request = async (backupId: string): Promise<TaskRecord> => {
    const { installationTasks } = restored.installation.store.repositories;
    const task = await installationTasks.request('restore', { settings: { backupId } }, null);
    await deliver();
    return task;
  };
  const ended = (task: TaskRecord) =>
    eventually(async () => {
      const found = await restored.installation.store.task(task.id);
      expect(found.endedAt).not.toBeNull();
      return found;
    }, 60_000);

  it('ends the runs of the replaced data, and what was in flight starts again', async () => {
    const { store } = restored.installation;
    const task = await store.runningTask();
    const backup = await restored.backUp();
    const { workflowId } = await startRun(task);
    await untilListed(workflowId);
    await temporal.client.workflow.start('reconcile', {
      ...{ workflowId: 'reconcile', taskQueue: 'nobody' },
    });
    const { id: later } = await store.newTask();

    const done = await ended(await request(backup.id));

    expect(done).toMatchObject({ state: 'completed', step: 'confirm' });
    // Its clip never had bytes.
    expect(done.warnings).toMatchObject([{ code: 'backup_blob_missing' }]);
    expect(await stateOf(workflowId)).toBe('TERMINATED');
    expect(await stateOf('reconcile')).toBe('RUNNING');
    expect(await store.repositories.tasks.find(later)).toBeNull();
    expect(await store.task(task.id)).toMatchObject({ state: 'pending', attempt: 2 });
    await deliver();
    const entity = entityWorkflowId({ kind: 'conversation', id: task.conversationId ?? '' });
    expect(await stateOf(entity)).toBe('RUNNING');
    await temporal.client.workflow.getHandle(entity).terminate();
    await temporal.client.workflow.getHandle('reconcile').terminate();
    expect(await restored.canWrite()).toBe(true);
  });

  it('fails as a task when the backup is damaged, and changes nothing', async () => {
    const { installation } = restored;
    const backup = await restored.backUp();
    const later = await installation.converse();
    const file = path.join(installation.placeFolder, backup.database.name);
    const bytes = await readFile(file);
    await writeFile(file, bytes.subarray(0, bytes.length - 100));
    const failed = await ended(await request(backup.id));
    expect(failed).toMatchObject({
      ...{ state: 'failed', error: { code: 'backup_damaged', stage: 'unpack' } },
    });
    expect(await installation.store.repositories.conversations.find(later)).not.toBeNull();
    expect(await restored.canWrite()).toBe(true);
    expect(await restored.leftovers()).toEqual([]);
  });
});
