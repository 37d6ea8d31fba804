import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { existsSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import { AbandonedRestores } from '#backups';
import type { TaskType } from '#contracts/tasks';
import { entityWorkflowId, describeRun, type MaintenanceActivities } from '#contracts/workflows';
import {
  EarlierEntityRuns,
  RunInspector,
  TaskDelivery,
  WorkSignalDelivery,
  WorkerVersions,
} from '#temporal';
import { ENGINES } from '#engines/definitions';
import { loadConfig } from '#platform';
import { DiskBlobStore, ExportFolder, ImportFolder, type TaskRecord } from '#store';
import { newNamespace } from '../../../../test/support/shared-servers.ts';
import { anExchange, TestStore } from '../../../store/src/store.fixture.ts';
import { blockWriters } from '../../../backups/src/restored-installation.fixture.ts';
import { activityEnvironment } from '../activity-environment.fixture.ts';
import { DueCleanUp } from '../clean-up/due-clean-up.ts';
import { ExportSweeper } from '../export/export-sweeper.ts';
import { DueRetention } from '../retention/due-retention.ts';
import { ImportSweeper } from '../import/import-sweeper.ts';
import { createMaintenanceActivities } from './maintenance.activities.ts';

const OVER_A_DAY_MS = 25 * 60 * 60_000;

describe('the maintenance activities', () => {
  let store: TestStore;
  let connection: Connection;
  let client: Client;
  let folder: string;
  let maintenance: MaintenanceActivities;
  beforeAll(async () => {
    store = await TestStore.open();
    const { address, namespace } = await newNamespace();
    connection = await Connection.connect({ address, interceptors: [] });
    client = new Client({ connection, namespace });
    folder = await mkdtemp(path.join(os.tmpdir(), 'afterword-maintenance-'));
    const config = loadConfig(ENGINES, {
      AFTERWORD_TEMPORAL_ADDRESS: address,
      AFTERWORD_TEMPORAL_NAMESPACE: namespace,
    });
    const logger = pino({ level: 'silent' });
    maintenance = createMaintenanceActivities({
      ...store.repositories,
      logger,
      blobs: new DiskBlobStore(folder),
      dueCleanUp: new DueCleanUp(store.repositories, OVER_A_DAY_MS),
      dueRetention: new DueRetention(store.repositories),
      exportSweeper: new ExportSweeper(
        store.repositories.exports,
        new ExportFolder(path.join(folder, 'exports')),
        OVER_A_DAY_MS,
      ),
      importSweeper: new ImportSweeper(
        store.repositories.imports,
        new ImportFolder(path.join(folder, 'imports')),
        OVER_A_DAY_MS,
      ),
      taskDelivery: new TaskDelivery(client, connection, config, logger),
      signalDelivery: new WorkSignalDelivery(client, connection, config, logger),
      inspector: new RunInspector(client, connection),
      versions: new WorkerVersions(client, connection, namespace, 'afterword'),
      earlierRuns: new EarlierEntityRuns(client),
      abandonedRestores: new AbandonedRestores(store.url),
    });
  });
  afterAll(async () => {
    await connection.close();
    await Promise.all([store.close(), rm(folder, { recursive: true })]);
  });

  const run = <Outcome>(work: (all: MaintenanceActivities) => Promise<Outcome>): Promise<Outcome> =>
    activityEnvironment({}, []).run(() => work(maintenance));
  /** Starts the workflow of a task as its conversation would; no worker takes it. */
  const startRun = async (task: TaskRecord, type: TaskType = task.type) => {
    const { workflowId, attempt, ownerId, conversationId, clipId, id: taskId } = task;
    const handle = await client.workflow.start(type, {
      workflowId,
      taskQueue: 'orchestration',
      ...describeRun(
        { type, taskId, attempt, ownerId, conversationId, clipId, total: null, label: null },
        '',
      ),
    });
    const taskRun = { taskId, attempt, firstRunId: handle.firstExecutionRunId };
    await store.repositories.transcriptions.start(taskRun, handle.firstExecutionRunId);
    return handle;
  };
  const conversationRun = (id: string) =>
    client.workflow.getHandle(entityWorkflowId({ kind: 'conversation', id }));

  it('deliver what a stopped gateway has left in the outbox', async () => {
    const id = await store.newConversation();
    await store.repositories.exchanges.add(anExchange(id), null);
    expect((await run((all) => all.sweepOutbox())).done).toBeGreaterThan(0);
    expect((await conversationRun(id).describe()).status.name).toBe('RUNNING');
    expect(await store.count('work_signals', 'entity_id = $1', [id])).toBe(0);
    expect(await run((all) => all.sweepOutbox())).toEqual({ done: 0 });
  });

  it('start the workflow of a conversation that was terminated with work pending, and no other', async () => {
    const id = await store.newConversation();
    await store.repositories.exchanges.add(anExchange(id), null);
    await run((all) => all.sweepOutbox());
    expect(await run((all) => all.wakeForgotten())).toEqual({ done: 0 });
    await conversationRun(id).terminate('an operator');
    expect(await run((all) => all.wakeForgotten())).toEqual({ done: 1 });
    expect((await conversationRun(id).describe()).status.name).toBe('RUNNING');
  });

  describe('compare tasks with their runs', () => {
    const reconcile = () => run((all) => all.reconcileTasks());
    const newTask = async () => {
      const task = await store.newTask();
      await store.deliverAll();
      return task;
    };

    it('and leave a consistent task unchanged', async () => {
      const task = await newTask();
      await startRun(task);
      expect((await reconcile()).corrected).toBe(0);
      expect(await store.task(task.id)).toMatchObject({ state: 'running', attempt: 1 });
    });

    it('and end tasks whose runs were terminated from outside', async () => {
      const [terminated, cancelled] = [await newTask(), await newTask()];
      const [one, other] = [await startRun(terminated), await startRun(cancelled)];
      await one.terminate('an operator');
      await store.repositories.tasks.requestCancel(cancelled.id);
      await store.deliverAll();
      await other.terminate('an operator');
      await reconcile();
      expect(await store.task(terminated.id)).toMatchObject({
        state: 'failed',
        error: { code: 'run_terminated', stage: 'probe' },
      });
      expect((await store.task(cancelled.id)).endedAt).not.toBeNull();
    });

    it('and restart a task whose run is unknown to Temporal', async () => {
      const task = await newTask();
      await store.repositories.transcriptions.start({ taskId: task.id, attempt: 1 }, 'lost');
      await reconcile();
      expect(await store.task(task.id)).toMatchObject({ state: 'pending', attempt: 2 });
    });

    it('and do not mistake the run of another task for that of the task', async () => {
      const task = await newTask();
      const handle = await startRun(task);
      await handle.terminate('an operator');
      const { workflowId, taskQueue } = { workflowId: task.workflowId, taskQueue: 'orchestration' };
      await client.workflow.start(task.type, { workflowId, taskQueue, memo: { taskId: 'other' } });
      await reconcile();
      expect(await store.task(task.id)).toMatchObject({ error: { code: 'run_terminated' } });
    });
  });

  describe('end a restore', () => {
    /** A restore that has blocked writers. */
    const blocked = async () => {
      const { installationTasks, installationRuns } = store.repositories;
      const settings = { backupId: 'bkp_1' };
      const task = await installationTasks.request('restore', { settings }, null);
      await store.deliverAll();
      const handle = await startRun(task);
      await installationRuns.start({ taskId: task.id, attempt: 1 }, handle.firstExecutionRunId);
      await blockWriters(store.url, { taskId: task.id, attempt: 1 });
      return { task, handle };
    };
    const canWrite = () =>
      store.newConversation().then(
        () => true,
        () => false,
      );

    it('whose run an operator has terminated while writers were blocked, and no other', async () => {
      const { task, handle } = await blocked();
      await expect(run((all) => all.sweepOutbox())).rejects.toThrow();
      expect(await canWrite()).toBe(false);
      await handle.terminate('an operator');
      await run((all) => all.sweepOutbox());
      expect(await canWrite()).toBe(true);
      await run((all) => all.reconcileTasks());
      expect(await store.task(task.id)).toMatchObject({
        ...{ state: 'failed', error: { code: 'run_terminated' } },
      });
    });
  });

  it('remove old leftovers of uploads of stopped gateways', async () => {
    const incoming = path.join(folder, 'incoming');
    mkdirSync(incoming, { recursive: true });
    const [old, fresh] = [path.join(incoming, 'old'), path.join(incoming, 'fresh')];
    await Promise.all([writeFile(old, 'x'), writeFile(fresh, 'x')]);
    const oldTime = new Date(Date.now() - OVER_A_DAY_MS);
    await utimes(old, oldTime, oldTime);
    await run((all) => all.removeExpired());
    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
  });

  it('remove files of exports that are no longer there', async () => {
    const file = path.join(folder, 'exports', 'exp_gone.zip');
    mkdirSync(path.dirname(file), { recursive: true });
    await writeFile(file, 'x');
    expect((await run((all) => all.removeExpired())).done).toBeGreaterThanOrEqual(1);
    expect(existsSync(file)).toBe(false);
  });
});
