import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import type { Task } from '#contracts/api';
import { entityWorkflowId, RECONCILE_WORKFLOW } from '#contracts/workflows';
import { ApiClient } from '../support/api-client.ts';
import { faultyFile } from '../support/audio-files.ts';
import { eventually } from '../support/eventually.ts';
import { makeLongAudio } from '../support/long-audio.ts';
import { reconcileNow } from '../support/reconcile-now.ts';
import { temporalProgram } from '../support/servers.ts';
import { startStack, type Stack } from '../support/stack.ts';

const MINUTE_MS = 60_000;

let stack: Stack;
let api: ApiClient;
let connection: Connection;
let temporal: Client;
let recordings = 0;

beforeAll(async () => {
  stack = await startStack({ AFTERWORD_SUMMARY_QUIET_MILLISECONDS: '500' });
  api = new ApiClient(stack.baseUrl);
  connection = await Connection.connect({ address: stack.temporalAddress });
  temporal = new Client({ connection });
});

afterAll(async () => {
  await connection.close();
  await stack.stop();
});

const runOf = ({ workflowId }: Task) => temporal.workflow.getHandle(workflowId);

/** Starts a long transcription of a recording with no stored chunks. */
async function transcribing(): Promise<Task> {
  const { id } = await api.createConversation('Long');
  const file = path.join(stack.dataFolder, `recording-${(recordings += 1)}.wav`);
  const { task } = await api.upload(id, (await makeLongAudio(file, 2, recordings)).path);
  return eventually(async () => {
    const now = await api.task(task.id);
    if (now.progress.stage !== 'decode') throw new Error(`the task is ${now.state}`);
    return now;
  });
}

/** Resets a workflow to its first workflow task, as an operator does. @returns id of the new run */
async function reset({ workflowId, runId }: Task): Promise<string> {
  const named = ['--workflow-id', workflowId, '--run-id', runId ?? '', '--reason', 'an operator'];
  const where = ['--address', stack.temporalAddress, '--type', 'FirstWorkflowTask'];
  const command = ['workflow', 'reset', ...named, ...where, '--output', 'json'];
  const { stdout } = await promisify(execFile)(temporalProgram(), command);
  return (JSON.parse(stdout) as { runId: string }).runId;
}

describe('workflows that are changed outside the API', () => {
  it('are reconciled every minute, without overlap', async () => {
    const { policies, spec, info, state } = await temporal.schedule
      .getHandle(RECONCILE_WORKFLOW)
      .describe();
    expect([policies.overlap, state.paused]).toEqual(['SKIP', false]);
    expect(spec.intervals).toMatchObject([{ every: MINUTE_MS }]);
    expect(info.numActionsSkippedOverlap).toBe(0);
    const [next] = info.nextActionTimes;
    expect((next?.getTime() ?? Infinity) - Date.now()).toBeLessThanOrEqual(MINUTE_MS);
  });

  it('a task whose workflow was terminated fails and can be retried', async () => {
    const task = await transcribing();
    await runOf(task).terminate('an operator');
    await reconcileNow(stack);
    const failed = await api.until(task.id, 'failed');
    expect(failed.error).toMatchObject({
      code: 'run_terminated',
      stage: 'decode',
      retryable: true,
    });
    await api.retry(task.id);
    expect((await api.until(task.id, 'completed', 120_000)).attempt).toBe(2);
  });

  it('a task fails even if its parent workflow was terminated as well', async () => {
    const task = await transcribing();
    await temporal.workflow
      .getHandle(entityWorkflowId({ kind: 'conversation', id: task.conversationId ?? '' }))
      .terminate('an operator');
    await runOf(task).terminate('an operator');
    await reconcileNow(stack);
    const failed = await api.until(task.id, 'failed');
    expect(failed.error?.code).toBe('run_terminated');
  });

  it('a conversation whose workflow was terminated is still processed', async () => {
    const { id } = await api.createConversation('Terminated');
    const handle = temporal.workflow.getHandle(entityWorkflowId({ kind: 'conversation', id }));
    await api.say(id, { speaker: 'Ada', text: 'We launch on Monday, whatever comes.' });
    await eventually(() => handle.terminate('an operator'));
    await reconcileNow(stack);
    const summary = await api.settled(id);
    expect(summary).toMatchObject({ turnCount: 1, current: true });
  });

  it('a task whose run was reset refers to the new run and completes', async () => {
    const task = await transcribing();
    const next = await reset(task);
    await eventually(async () => expect((await api.task(task.id)).runId).toBe(next));
    expect((await api.until(task.id, 'completed', 120_000)).attempt).toBe(1);
  });

  it('a failed task whose workflow is reset runs again', async () => {
    const { id } = await api.createConversation('Failed');
    const { task } = await api.upload(id, faultyFile('garbage.mp3'));
    const failed = await api.until(task.id, 'failed');
    const next = await reset(failed);
    // The recording is still unreadable, so the new run fails again.
    await eventually(async () => {
      const again = await api.task(task.id);
      expect(again).toMatchObject({ state: 'failed', runId: next, attempt: 1 });
    });
    const types = (await api.eventLog(`conversationId=${id}`)).map(({ type }) => type);
    expect(types.filter((type) => type === 'task_reopened')).toHaveLength(1);
    expect(types.filter((type) => type === 'task_failed')).toHaveLength(2);
  });
});
