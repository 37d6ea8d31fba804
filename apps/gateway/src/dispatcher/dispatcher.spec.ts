import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import pg from 'pg';
import type { Task } from '#contracts';
import { SEARCH_ATTRIBUTES, TRANSCRIPTION_WORKFLOW } from '#contracts/messages';
import { TasksRepository } from '#store';
import { acceptClip, createConversation } from '../../../../test/support/api.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import { startGateway, type TestGateway } from '../../../../test/support/gateway.ts';
import { startPostgres, startTemporal, type TestServer } from '../../../../test/support/servers.ts';
import { memoOf } from './run-memo.ts';

describe('telling Temporal', () => {
  let postgres: TestServer;
  let temporal: TestServer;
  let gateway: TestGateway;
  let connection: Connection;
  let client: Client;
  let conversationId: string;
  beforeAll(async () => {
    [postgres, temporal] = await Promise.all([startPostgres(), startTemporal()]);
    gateway = await startGateway({
      databaseUrl: postgres.address,
      temporalAddress: temporal.address,
    });
    connection = await Connection.connect({ address: temporal.address });
    client = new Client({ connection });
    conversationId = await createConversation(gateway.url);
  });
  afterAll(async () => {
    await gateway.stop();
    await connection.close();
    await Promise.all([postgres.stop(), temporal.stop()]);
  });

  const sql = async (text: string, ...values: unknown[]) => {
    const database = new pg.Client({ connectionString: postgres.address });
    await database.connect();
    try {
      return (await database.query(text, values)).rows as Record<string, unknown>[];
    } finally {
      await database.end();
    }
  };
  const newTask = async () => (await acceptClip(gateway.url, conversationId)).task;
  const runOf = (task: Task) => client.workflow.getHandle(task.workflowId).describe();
  const started = (task: Task) => eventually(() => runOf(task));
  const post = (task: Task, action: string) =>
    fetch(`${gateway.url}/tasks/${task.id}/${action}`, { method: 'POST' });
  const nothingWaits = (task: Task) =>
    eventually(async () => {
      expect(await sql('SELECT id FROM outbox WHERE task_id = $1', task.id)).toEqual([]);
    });
  const stateOf = async ({ id }: Task) => (await gateway.app.get(TasksRepository).find(id))?.state;
  const eventsOf = async (task: Task) =>
    (await client.workflow.getHandle(task.workflowId).fetchHistory()).events ?? [];

  it('starts the workflow of a clip so that an operator finds it and can read what it is', async () => {
    const task = await newTask();
    const run = await started(task);
    expect(run).toMatchObject({ type: 'transcription', taskQueue: 'orchestration' });
    expect(run.memo).toEqual({ taskId: task.id, attempt: 1 });
    expect(run.typedSearchAttributes.get(SEARCH_ATTRIBUTES.owner)).toBe('local');
    expect(run.typedSearchAttributes.get(SEARCH_ATTRIBUTES.conversation)).toBe(conversationId);
    expect(run.typedSearchAttributes.get(SEARCH_ATTRIBUTES.taskType)).toBe('transcription');
    expect(await run.staticSummary()).toBe(`Transcription of clip ${task.clipId} for local`);
    expect(await run.staticDetails()).toContain(task.id);
    expect(run.priority).toMatchObject({ priorityKey: 3, fairnessKey: 'local' });
    await nothingWaits(task);
  });

  it('hands the workflow references and settings, and nothing that was said', async () => {
    const task = await newTask();
    await started(task);
    const [payload] =
      (await eventsOf(task))[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
    const { speech, heartbeatTimeoutMs } = gateway.config;
    const { parallelChunks, chunkTimeoutMs } = speech;
    expect(defaultPayloadConverter.fromPayload(payload!)).toEqual({
      taskId: task.id,
      clipId: task.clipId,
      conversationId,
      ownerId: 'local',
      attempt: 1,
      limits: { parallelChunks, chunkTimeoutMs, heartbeatTimeoutMs },
    });
  });

  it('counts a start as told that an earlier gateway had told before it died', async () => {
    const task = await newTask();
    const first = await started(task);
    await nothingWaits(task);
    await sql(`INSERT INTO outbox (kind, task_id, attempt) VALUES ('start', $1, 1)`, task.id);
    await nothingWaits(task);
    expect((await runOf(task)).runId).toBe(first.runId);
  });

  it('waits with a retry until the run before it has closed', async () => {
    const task = await newTask();
    const first = await started(task);
    await nothingWaits(task);
    await sql(`UPDATE tasks SET state = 'cancelled', ended_at = now() WHERE id = $1`, task.id);
    expect((await post(task, 'retry')).status).toBe(202);
    await eventually(async () => {
      const [row] = await sql('SELECT tries FROM outbox WHERE task_id = $1', task.id);
      expect(row?.['tries']).toBeGreaterThanOrEqual(1);
    });
    expect((await runOf(task)).runId).toBe(first.runId);
    await client.workflow.getHandle(task.workflowId).terminate('closed at last');
    await eventually(async () =>
      expect((await runOf(task)).memo).toEqual({ taskId: task.id, attempt: 2 }),
    );
    await nothingWaits(task);
  });

  it('passes a cancellation on', async () => {
    const task = await newTask();
    await started(task);
    await nothingWaits(task);
    expect((await post(task, 'cancel')).status).toBe(202);
    await nothingWaits(task);
    const events = await eventsOf(task);
    expect(events.some((event) => event.workflowExecutionCancelRequestedEventAttributes)).toBe(
      true,
    );
    expect(await stateOf(task)).toBe('cancelling');
  });

  it('ends a task by itself whose run is gone', async () => {
    const task = await newTask();
    await started(task);
    await nothingWaits(task);
    await client.workflow.getHandle(task.workflowId).terminate('by an operator');
    await post(task, 'cancel');
    await eventually(async () => expect(await stateOf(task)).toBe('cancelled'));
  });

  it('does not start what was cancelled before it could be started', async () => {
    const task = await newTask();
    await started(task);
    await nothingWaits(task);
    await client.workflow.getHandle(task.workflowId).terminate('as if it had never been started');
    await sql(`UPDATE tasks SET state = 'cancelling' WHERE id = $1`, task.id);
    await sql(
      `INSERT INTO outbox (kind, task_id, attempt) VALUES ('start', $1, 1), ('cancel', $1, 1)`,
      task.id,
    );
    await nothingWaits(task);
    expect(await stateOf(task)).toBe('cancelled');
    expect((await runOf(task)).status.name).toBe('TERMINATED');
  });

  it('keeps what it could not tell, for the gateway that starts next', async () => {
    const lonely = await startGateway({ databaseUrl: postgres.address });
    // Only this gateway may find the message, and it knows no Temporal.
    await gateway.stop();
    const { task } = await acceptClip(lonely.url, conversationId);
    await eventually(async () => {
      const [row] = await sql('SELECT tries FROM outbox WHERE task_id = $1', task.id);
      expect(row?.['tries']).toBeGreaterThanOrEqual(1);
    });
    await expect(runOf(task)).rejects.toBeInstanceOf(WorkflowNotFoundError);
    await lonely.stop();
    gateway = await startGateway({
      databaseUrl: postgres.address,
      temporalAddress: temporal.address,
    });
    expect((await started(task)).type).toBe(TRANSCRIPTION_WORKFLOW);
    await nothingWaits(task);
  });

  it('tells everything of a burst, each once', async () => {
    const tasks = await Promise.all(Array.from({ length: 60 }, newTask));
    await Promise.all(tasks.map(nothingWaits));
    const memos = await Promise.all(tasks.map(async (task) => (await runOf(task)).memo));
    expect(memos).toEqual(tasks.map(({ id }) => memoOf({ taskId: id, attempt: 1 })));
  });
});
