import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '@temporalio/client';
import { taskPageSchema, taskSchema } from '#contracts/api';
import type { TaskType } from '#contracts/tasks';
import {
  describeRun,
  entityWorkflowId,
  SEARCH_ATTRIBUTES,
  type EntityTask,
  type PendingWork,
} from '#contracts/workflows';
import { eventually } from '../../../../../test/support/eventually.ts';
import { startGateway, type TestGateway } from '../../../../../test/support/gateway.ts';
import { RUN_SETTINGS } from '../../../../../test/support/run-settings.ts';
import { workflowBundle } from '../../../../../test/support/shared-servers.ts';
import { TestTemporal } from '../../../../../test/support/test-temporal.ts';

const CONVERSATION = 'cnv_01jd3k4m5n6p7q8r9s0t1v2w3x';
const [RUNNING, ENDED] = ['tsk_01jd3k4m5n6p7q8r9s0t1v2w3y', 'tsk_01jd3k4m5n6p7q8r9s0t1v2w3z'];

const OTHER_CONVERSATION = 'cnv_01jd3k4m5n6p7q8r9s0t1v2w4z';

/** A task of a conversation whose work a worker of `language` would do. */
function entityTask(type: TaskType, suffix: string): EntityTask {
  return {
    ...{ taskId: `tsk_01jd3k4m5n6p7q8r9s0t1v2w${suffix}`, attempt: 3, type },
    workflowId: entityWorkflowId({ kind: 'conversation', id: OTHER_CONVERSATION }),
    ...{ conversationId: OTHER_CONVERSATION, clipId: null, skipsQuietWait: true },
    ...{ priority: 'batch', total: null, label: null },
  };
}

/**
 * Runs the workflow of a conversation that takes these tasks; no worker does their work.
 * @returns ends the workflow and its worker
 */
async function runConversation(temporal: TestTemporal, tasks: readonly EntityTask[]) {
  const worker = await temporal.worker({
    taskQueue: 'orchestration',
    workflowBundle: await workflowBundle(),
    activities: { takeWork: (): PendingWork => ({ tasks, more: false, ended: [] }) },
  });
  const run = worker.run();
  const { ownerId, kind, id } = {
    ownerId: 'bo',
    kind: 'conversation',
    id: OTHER_CONVERSATION,
  } as const;
  const handle = await temporal.client.workflow.start('conversation', {
    workflowId: entityWorkflowId({ kind, id }),
    taskQueue: 'orchestration',
    args: [
      { id, ownerId, quiet: { quietMs: 0, longestWaitMs: 0 }, idleMs: 60_000, run: RUN_SETTINGS },
    ],
    typedSearchAttributes: [
      { key: SEARCH_ATTRIBUTES.taskType, value: kind },
      { key: SEARCH_ATTRIBUTES.owner, value: ownerId },
      { key: SEARCH_ATTRIBUTES.conversation, value: id },
    ],
  });
  return async () => {
    await handle.terminate();
    worker.shutdown();
    await run;
  };
}

describe('tasks while the database is unavailable', () => {
  let temporal: TestTemporal;
  let gateway: TestGateway;
  beforeAll(async () => {
    temporal = await TestTemporal.open();
    gateway = await startGateway({ temporal });
    const { client } = temporal;
    await begin(client, RUNNING, 'summary');
    await (await begin(client, ENDED, 'correction')).terminate('an operator');
  });
  afterAll(async () => {
    await gateway.stop();
    await temporal.close();
  });

  /** Starts a run as the conversation's workflow does; no worker picks it up. */
  const begin = (client: Client, taskId: string, type: TaskType) =>
    client.workflow.start(type, {
      workflowId: `${type}:${taskId}`,
      taskQueue: 'orchestration',
      ...describeRun(
        {
          ...{ taskId, type, attempt: 2, ownerId: 'ada' },
          ...{ conversationId: CONVERSATION, clipId: null },
          total: null,
          label: null,
        },
        '',
      ),
    });
  const get = (route: string) => fetch(`${gateway.url}${route}`);
  const page = async (query: string) =>
    taskPageSchema.parse(await (await get(`/tasks${query}`)).json());
  const listed = (query: string) => page(query).then(({ items }) => items.map(({ id }) => id));

  it('are shown as Temporal knows them', async () => {
    const task = await eventually(async () =>
      taskSchema.parse(await (await get(`/tasks/${RUNNING}`)).json()),
    );
    expect(task).toMatchObject({
      type: 'summary',
      state: 'running',
      attempt: 2,
      ownerId: 'ada',
      conversationId: CONVERSATION,
      live: false,
    });
    await eventually(async () => {
      const ended = taskSchema.parse(await (await get(`/tasks/${ENDED}`)).json());
      expect(ended).toMatchObject({ type: 'correction', state: 'failed' });
    });
  });

  it('are listed with their filters', async () => {
    await eventually(async () => expect([...(await listed(''))].sort()).toEqual([RUNNING, ENDED]));
    expect((await page('')).complete).toBe(false);
    expect(await listed('?type=summary')).toEqual([RUNNING]);
    expect(await listed('?state=running')).toEqual([RUNNING]);
    expect(await listed('?ownerId=ada&type=correction')).toEqual([ENDED]);
    expect(await listed(`?conversationId=${CONVERSATION.replace('3x', '3w')}`)).toEqual([]);
  });

  it('include those within the run of a conversation', async () => {
    const [summary, correction] = [entityTask('summary', '4a'), entityTask('correction', '4b')];
    const stop = await runConversation(temporal, [summary, correction]);
    const task = await eventually(async () =>
      taskSchema.parse(await (await get(`/tasks/${summary.taskId}`)).json()),
    );
    expect(task).toMatchObject({
      ...{ type: 'summary', state: 'running', attempt: 3, ownerId: 'bo', priority: 'batch' },
      ...{ conversationId: OTHER_CONVERSATION, workflowId: summary.workflowId },
    });
    expect([...(await listed('?ownerId=bo'))].sort()).toEqual([summary.taskId, correction.taskId]);
    expect(await listed(`?conversationId=${OTHER_CONVERSATION}&type=correction`)).toEqual([
      correction.taskId,
    ]);
    expect(await listed('?ownerId=bo&state=completed')).toEqual([]);
    expect(await listed('?ownerId=ada&type=summary')).toEqual([RUNNING]);
    expect((await listed('?limit=1')).length).toBe(1);
    await stop();
  });

  it('that Temporal does not know either are not reported as missing', async () => {
    const response = await get(`/tasks/${RUNNING.replace('3y', '3a')}`);
    expect([response.status, await response.json()]).toMatchObject([
      503,
      { code: 'database_unavailable', retryable: true },
    ]);
  });
});
