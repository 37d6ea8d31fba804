import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client, type WorkflowClientInterceptor } from '@temporalio/client';
import { memoOf } from '#contracts/workflows';
import type { OutboxMessage, TaskRecord } from '#store';
import { TestTemporal } from '../../../../test/support/test-temporal.ts';
import { cancelRun } from './cancel-run.ts';

describe('cancelling the run of a task', () => {
  let temporal: TestTemporal;
  let client: Client;
  let calls: string[];
  const counting: WorkflowClientInterceptor = {
    cancel: (input, next) => {
      calls.push('cancel');
      return next(input);
    },
    describe: (input, next) => {
      calls.push('describe');
      return next(input);
    },
  };
  beforeAll(async () => {
    temporal = await TestTemporal.open();
    const { connection, namespace } = temporal;
    client = new Client({ connection, namespace, interceptors: { workflow: [counting] } });
  });
  beforeEach(() => {
    calls = [];
  });
  afterAll(() => temporal.close());

  let tasks = 0;
  /** A cancelling task whose run has started, unless more is said. */
  const newTask = () => ({ id: `tsk_${(tasks += 1)}`, workflowId: `summary:cnv_${tasks}` });
  type NewTask = ReturnType<typeof newTask>;
  const start = async ({ id, workflowId }: NewTask, attempt = 1): Promise<string> => {
    const memo = memoOf({ taskId: id, attempt });
    const run = await client.workflow.start('summary', { workflowId, taskQueue: workflowId, memo });
    return run.firstExecutionRunId;
  };
  const cancel = (task: NewTask, known: Partial<TaskRecord> = {}, attempt = 1) => {
    const record = { ...task, attempt: 1, state: 'cancelling', firstRunId: null, ...known };
    const message = { kind: 'cancel', attempt, task: record as TaskRecord } as const;
    return cancelRun(client, message satisfies OutboxMessage);
  };
  const isCancelled = async ({ workflowId }: NewTask, runId?: string): Promise<boolean> => {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    return (events ?? []).some((each) => each.workflowExecutionCancelRequestedEventAttributes);
  };
  const terminate = ({ workflowId }: NewTask) => client.workflow.getHandle(workflowId).terminate();

  it('takes two calls when the run is known', async () => {
    const task = newTask();
    const firstRunId = await start(task);
    expect(await cancel(task, { firstRunId })).toBe('delivered');
    expect(await isCancelled(task)).toBe(true);
    expect(calls).toEqual(['cancel', 'describe']);
  });

  it('finds a run that is not known', async () => {
    const task = newTask();
    await start(task);
    expect(await cancel(task)).toBe('delivered');
    expect(await isCancelled(task)).toBe(true);
  });

  it('takes two calls when the task has ended before its run began', async () => {
    const task = newTask();
    await start(task);
    expect(await cancel(task, { state: 'cancelled' })).toBe('delivered');
    expect(await isCancelled(task)).toBe(true);
    expect(calls).toEqual(['describe', 'cancel']);
  });

  it('takes one call when no run was ever started', async () => {
    expect(await cancel(newTask(), { state: 'cancelled' })).toBe('gone');
    expect(calls).toEqual(['describe']);
  });

  it.each(['known', 'not known'])('reports a closed run that is %s as gone', async (what) => {
    const task = newTask();
    const firstRunId = await start(task);
    await terminate(task);
    expect(await cancel(task, what === 'known' ? { firstRunId } : {})).toBe('gone');
  });

  it.each(['known', 'not known'])(
    'spares the run of a later task when the closed run is %s',
    async (what) => {
      const task = newTask();
      const firstRunId = await start(task);
      await terminate(task);
      const later = { id: 'tsk_later', workflowId: task.workflowId };
      await start(later);
      expect(await cancel(task, what === 'known' ? { firstRunId } : {})).toBe('gone');
      expect(await isCancelled(later)).toBe(false);
    },
  );

  it('spares the run of a later attempt', async () => {
    const task = newTask();
    const firstRunId = await start(task, 2);
    expect(await cancel(task, { attempt: 2, firstRunId })).toBe('gone');
    expect(await isCancelled(task)).toBe(false);
  });

  it.each(['known', 'not known'])(
    'follows a reset by an operator when the run is %s',
    async (what) => {
      const task = newTask();
      const firstRunId = await start(task);
      const runId = await reset(task.workflowId);
      expect(runId).not.toBe(firstRunId);
      expect(await cancel(task, what === 'known' ? { firstRunId, runId: firstRunId } : {})).toBe(
        'delivered',
      );
      expect(await isCancelled(task, runId)).toBe(true);
    },
  );

  describe('within the run of its entity', () => {
    const sharing = () => {
      const { id } = newTask();
      return { id, workflowId: `conversation:cnv_${tasks}` };
    };
    const signalsTo = async ({ workflowId }: NewTask) =>
      (await client.workflow.getHandle(workflowId).fetchHistory()).events?.flatMap(
        (each) => each.workflowExecutionSignaledEventAttributes?.signalName ?? [],
      );

    it('signals that run, and does not cancel it', async () => {
      const task = sharing();
      await start(task);
      expect(await cancel(task)).toBe('delivered');
      expect(await signalsTo(task)).toEqual(['cancelTask']);
      expect(await isCancelled(task)).toBe(false);
      expect(calls).toEqual([]);
    });

    it('reports it as gone when that run has closed', async () => {
      const task = sharing();
      expect(await cancel(task)).toBe('gone');
      await start(task);
      await terminate(task);
      expect(await cancel(task)).toBe('gone');
    });
  });

  /** Completes the first workflow task in place of a worker, and resets to it. */
  async function reset(workflowId: string): Promise<string> {
    const { connection, namespace } = temporal;
    const { workflowService } = connection;
    const taskQueue = { name: workflowId };
    const { taskToken } = await connection.withDeadline(Date.now() + 30_000, () =>
      workflowService.pollWorkflowTaskQueue({ namespace, taskQueue }),
    );
    await workflowService.respondWorkflowTaskCompleted({ taskToken });
    const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
    const { runId } = await workflowService.resetWorkflowExecution({
      namespace,
      workflowExecution: { workflowId },
      workflowTaskFinishEventId: events?.at(-1)?.eventId ?? null,
      requestId: workflowId,
    });
    return runId;
  }
});
