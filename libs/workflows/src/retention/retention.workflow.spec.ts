import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { STATUS_QUERY, type RetentionActivities, type WorkflowStatus } from '#contracts/workflows';
import { eventually } from '../../../../test/support/eventually.ts';
import { ScriptedTasks, untilCancelled } from '../shared/scripted-tasks.fixture.ts';

describe('the workflow of retention', () => {
  let tasks: ScriptedTasks;
  beforeAll(async () => {
    tasks = await ScriptedTasks.open();
  });
  afterAll(() => tasks.close());

  const run = (
    applyRetention: RetentionActivities['applyRetention'],
    scenario: Parameters<ScriptedTasks['run']>[2],
  ) => tasks.run('retention', { applyRetention }, scenario);

  it('tries again what a lost connection has stopped, and completes the task', async () => {
    let tries = 0;
    const applyRetention: RetentionActivities['applyRetention'] = () => {
      tries += 1;
      if (tries === 1) throw ApplicationFailure.retryable('gone', 'database_unavailable');
      return Promise.resolve({ kind: 'done', done: 3, warnings: [], behind: false });
    };
    const ends = await run(applyRetention, async (handle) => {
      expect(await handle.result()).toMatchObject({ kind: 'done', done: 3 });
      expect(await handle.query<WorkflowStatus>(STATUS_QUERY)).toMatchObject({
        ...{ stage: 'remove_aged', done: 3, total: 3, percent: 100 },
      });
    });
    expect([tries, ends]).toEqual([2, []]);
  });

  it('has nothing to do when the run has ended', async () => {
    const applyRetention: RetentionActivities['applyRetention'] = () =>
      Promise.resolve({ kind: 'skip', done: 0, warnings: [], behind: false });
    const ends = await run(applyRetention, async (handle) => {
      expect(await handle.result()).toMatchObject({ kind: 'skip' });
    });
    expect(ends).toEqual([]);
  });

  it('records a failure that its activity could not record', async () => {
    const ends = await run(
      () => {
        throw ApplicationFailure.nonRetryable('Something is wrong.', 'internal');
      },
      (handle) => expect(handle.result()).rejects.toThrow(),
    );
    expect(ends).toMatchObject([
      { ending: { state: 'failed', error: { code: 'internal', stage: 'remove_aged' } } },
    ]);
  });

  it('waits until the work has stopped when it is cancelled', async () => {
    const steps: string[] = [];
    const applyRetention = () => {
      steps.push('started');
      return untilCancelled().finally(() => steps.push('stopped'));
    };
    const ends = await run(applyRetention, async (handle) => {
      await eventually(() => expect(steps).toEqual(['started']));
      await handle.cancel();
      await expect(handle.result()).rejects.toThrow();
      expect(steps).toEqual(['started', 'stopped']);
    });
    expect(ends).toMatchObject([{ ending: { state: 'cancelled' } }]);
  });
});
