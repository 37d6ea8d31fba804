import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestTemporal } from '../../../../test/support/test-temporal.ts';
import { RunInspector } from './run-inspector.ts';

const RUN = { taskId: 'tsk_1', attempt: 1 };

describe('the run of a task within that of its conversation', () => {
  let temporal: TestTemporal;
  let inspector: RunInspector;
  beforeAll(async () => {
    temporal = await TestTemporal.open();
    inspector = new RunInspector(temporal.client, temporal.connection);
  });
  afterAll(() => temporal.close());

  const start = async (workflowId: string): Promise<string> => {
    const options = { workflowId, taskQueue: 'orchestration' };
    return (await temporal.client.workflow.start('conversation', options)).firstExecutionRunId;
  };
  const terminate = (workflowId: string) =>
    temporal.client.workflow.getHandle(workflowId).terminate();

  it('is running as long as the conversation is in it', async () => {
    const workflowId = 'conversation:cnv_1';
    const runId = await start(workflowId);
    expect(await inspector.inspect({ ...RUN, workflowId, runId })).toEqual({
      kind: 'running',
      runId,
    });
  });

  it('is closed when that run was terminated, whatever run the conversation is in now', async () => {
    const workflowId = 'conversation:cnv_2';
    const runId = await start(workflowId);
    await terminate(workflowId);
    const closed = { kind: 'closed', closing: 'terminated' };
    expect(await inspector.inspect({ ...RUN, workflowId, runId })).toEqual(closed);
    await start(workflowId);
    expect(await inspector.inspect({ ...RUN, workflowId, runId })).toEqual(closed);
  });

  it('is missing when it never began, so that the task is started again', async () => {
    const workflowId = 'conversation:cnv_3';
    await start(workflowId);
    const lookup = { ...RUN, workflowId, runId: null };
    expect(await inspector.inspect(lookup)).toEqual({ kind: 'missing' });
  });
});
