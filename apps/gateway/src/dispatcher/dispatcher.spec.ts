import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import pg from 'pg';
import type { Memory, Task } from '#contracts/api';
import { entityWorkflowId, memoOf, SEARCH_ATTRIBUTES } from '#contracts/workflows';
import { TasksRepository } from '#store';
import { createConversation } from '../../../../test/support/api.ts';
import { runSettingsOf } from '#temporal';
import { eventually } from '../../../../test/support/eventually.ts';
import { startGateway, type TestGateway } from '../../../../test/support/gateway.ts';
import {
  newDatabase,
  newNamespace,
  type TestDatabase,
} from '../../../../test/support/shared-servers.ts';

describe('the dispatcher', () => {
  let database: TestDatabase;
  let temporal: Awaited<ReturnType<typeof newNamespace>>;
  let gateway: TestGateway;
  let connection: Connection;
  let client: Client;
  beforeAll(async () => {
    [database, temporal] = await Promise.all([newDatabase(), newNamespace()]);
    gateway = await startGateway({
      databaseUrl: database.url,
      temporal,
    });
    // A pending retry would outlive the connection.
    connection = await Connection.connect({ address: temporal.address, interceptors: [] });
    client = new Client({ connection, namespace: temporal.namespace });
  });
  afterAll(async () => {
    await gateway.stop();
    await connection.close();
    await database.drop();
  });

  const sql = async (text: string, ...values: unknown[]) => {
    const session = new pg.Client({ connectionString: database.url });
    await session.connect();
    try {
      return (await session.query(text, values)).rows as Record<string, unknown>[];
    } finally {
      await session.end();
    }
  };
  const json = async <Body>(route: string, body?: unknown, base = gateway.url): Promise<Body> => {
    const headers = { 'content-type': 'application/json' };
    const init = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
    return (await (await fetch(`${base}${route}`, init)).json()) as Body;
  };
  let owners = 0;
  /** A task without a conversation: it scores a memory of a new owner. */
  const newTask = async (base = gateway.url): Promise<Task> => {
    const given = { narrative: 'Ada has a new job.', ownerId: `owner-${(owners += 1)}` };
    const { taskId } = await json<Memory>('/memories', given, base);
    return json<Task>(`/tasks/${taskId}`, undefined, base);
  };
  const isRunning = (task: Task) =>
    sql(`UPDATE tasks SET state = 'running' WHERE id = $1`, task.id);
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

  it('starts the workflow of a task with search attributes and a summary for operators', async () => {
    const task = await newTask();
    const run = await started(task);
    expect(run).toMatchObject({ type: 'significance', taskQueue: 'orchestration' });
    expect(run.memo).toEqual({ taskId: task.id, attempt: 1 });
    expect(run.typedSearchAttributes.get(SEARCH_ATTRIBUTES.owner)).toBe(task.ownerId);
    expect(run.typedSearchAttributes.get(SEARCH_ATTRIBUTES.taskType)).toBe('significance');
    expect(await run.staticSummary()).toBe(`significance · 1 memory · ${task.ownerId}`);
    expect(await run.staticDetails()).toContain(task.id);
    expect(run.priority).toMatchObject({ priorityKey: 2, fairnessKey: task.ownerId });
    await nothingWaits(task);
  });

  it('passes references and settings to the workflow, and no text of the conversation', async () => {
    const task = await newTask();
    await started(task);
    const [payload] =
      (await eventsOf(task))[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
    expect(defaultPayloadConverter.fromPayload(payload!)).toEqual({
      taskId: task.id,
      conversationId: null,
      ownerId: task.ownerId,
      attempt: 1,
      clipId: null,
      timeouts: runSettingsOf(gateway.config).timeouts.language,
      parallelActivities: gateway.config.speech.parallelChunks,
    });
  });

  it('counts a start as delivered if an earlier gateway delivered it before it crashed', async () => {
    const task = await newTask();
    const first = await started(task);
    await nothingWaits(task);
    await sql(`INSERT INTO outbox (kind, task_id, attempt) VALUES ('start', $1, 1)`, task.id);
    await nothingWaits(task);
    expect((await runOf(task)).runId).toBe(first.runId);
  });

  it('delays a retry until the previous run has closed', async () => {
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

  it('forwards a cancellation', async () => {
    const task = await newTask();
    await started(task);
    await nothingWaits(task);
    await isRunning(task);
    expect((await post(task, 'cancel')).status).toBe(202);
    await nothingWaits(task);
    const events = await eventsOf(task);
    expect(events.some((event) => event.workflowExecutionCancelRequestedEventAttributes)).toBe(
      true,
    );
    expect(await stateOf(task)).toBe('cancelling');
  });

  it('does not touch another run that now has the workflow id', async () => {
    const task = await newTask();
    await started(task);
    await nothingWaits(task);
    await client.workflow.getHandle(task.workflowId).terminate('to make room');
    await client.workflow.start('significance', {
      workflowId: task.workflowId,
      taskQueue: 'nobody',
      memo: memoOf({ taskId: 'another', attempt: 1 }),
    });
    await isRunning(task);
    await post(task, 'cancel');
    await eventually(async () => expect(await stateOf(task)).toBe('cancelled'));
    const events = await eventsOf(task);
    expect(events.some((event) => event.workflowExecutionCancelRequestedEventAttributes)).toBe(
      false,
    );
  });

  it('ends a task whose run is gone', async () => {
    const task = await newTask();
    await started(task);
    await nothingWaits(task);
    await isRunning(task);
    await client.workflow.getHandle(task.workflowId).terminate('by an operator');
    await post(task, 'cancel');
    await eventually(async () => expect(await stateOf(task)).toBe('cancelled'));
  });

  it('does not start a task that was cancelled before its start was delivered', async () => {
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

  it('keeps undelivered messages for the next gateway', async () => {
    const lonely = await startGateway({ databaseUrl: database.url });
    // Only this gateway may find the message, and it has no connection to Temporal.
    await gateway.stop();
    const task = await newTask(lonely.url);
    await eventually(async () => {
      const [row] = await sql('SELECT tries FROM outbox WHERE task_id = $1', task.id);
      expect(row?.['tries']).toBeGreaterThanOrEqual(1);
    });
    await expect(runOf(task)).rejects.toBeInstanceOf(WorkflowNotFoundError);
    await lonely.stop();
    gateway = await startGateway({
      databaseUrl: database.url,
      temporal,
    });
    expect((await started(task)).type).toBe('significance');
    await nothingWaits(task);
  });

  it('delivers every message of a burst once', async () => {
    const tasks = await Promise.all(Array.from({ length: 60 }, () => newTask()));
    await Promise.all(tasks.map(nothingWaits));
    const memos = await Promise.all(tasks.map(async (task) => (await runOf(task)).memo));
    expect(memos).toEqual(tasks.map(({ id }) => memoOf({ taskId: id, attempt: 1 })));
  });

  describe('of conversations that have work', () => {
    const say = (id: string) =>
      json(`/conversations/${id}/exchanges`, { turns: [{ speaker: 'Ada', text: 'One more.' }] });
    const signalsLeft = async () => (await sql('SELECT id FROM work_signals')).length;
    const signalsOf = async (id: string) => {
      const handle = client.workflow.getHandle(entityWorkflowId({ kind: 'conversation', id }));
      const { events } = await handle.fetchHistory();
      return (events ?? []).filter((event) => event.workflowExecutionSignaledEventAttributes);
    };

    it('starts their workflow with search attributes, references and settings', async () => {
      const id = await createConversation(gateway.url);
      await say(id);
      await eventually(async () => expect(await signalsOf(id)).toHaveLength(1));
      const run = await client.workflow
        .getHandle(entityWorkflowId({ kind: 'conversation', id }))
        .describe();
      expect(run.typedSearchAttributes.get(SEARCH_ATTRIBUTES.taskType)).toBe('conversation');
      expect(run.typedSearchAttributes.get(SEARCH_ATTRIBUTES.conversation)).toBe(id);
      expect(run.priority).toMatchObject({ priorityKey: 2, fairnessKey: 'local' });
      const { events } = await client.workflow.getHandle(run.workflowId).fetchHistory();
      const [payload] = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
      expect(defaultPayloadConverter.fromPayload(payload!)).toMatchObject({
        id,
        ownerId: 'local',
        quiet: { quietMs: 2_000, longestWaitMs: 30_000 },
      });
    });

    it('sends fewer signals than a burst has exchanges, and at least one after the last', async () => {
      const id = await createConversation(gateway.url);
      await Promise.all(Array.from({ length: 100 }, () => say(id)));
      await eventually(async () => expect(await signalsLeft()).toBe(0));
      const signals = await signalsOf(id);
      expect(signals.length).toBeGreaterThanOrEqual(1);
      expect(signals.length).toBeLessThan(50);
    });

    it('keeps the work signal while Temporal is unavailable', async () => {
      const lonely = await startGateway({ databaseUrl: database.url });
      await gateway.stop();
      const id = await createConversation(lonely.url);
      const turns = [{ speaker: 'Ada', text: 'Nobody is there.' }];
      await json(`/conversations/${id}/exchanges`, { turns }, lonely.url);
      await eventually(async () => {
        const [row] = await sql('SELECT tries FROM work_signals WHERE entity_id = $1', id);
        expect(row?.['tries']).toBeGreaterThanOrEqual(1);
      });
      await lonely.stop();
      gateway = await startGateway({
        databaseUrl: database.url,
        temporal,
      });
      await eventually(async () => expect(await signalsOf(id)).toHaveLength(1));
    });
  });
});
