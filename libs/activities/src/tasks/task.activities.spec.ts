import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClipRun } from '#contracts/workflows';
import { TestWorker } from '../worker.fixture.ts';

describe('recording that a run was closed from outside', () => {
  let worker: TestWorker;
  beforeAll(async () => {
    worker = await TestWorker.open();
  });
  afterAll(() => worker.close());

  const closed = (run: ClipRun) =>
    worker.run((all) => all.endTask({ ...run, ending: { state: 'closed' } }));
  const probed = async () => {
    const run = await worker.newRun();
    await worker.run((all) => all.probeClip(run));
    return run;
  };

  it('ends the task of a terminated run, at its current step', async () => {
    const run = await probed();
    worker.runState = { kind: 'closed', closing: 'terminated' };
    await closed(run);
    expect(await worker.task(run)).toMatchObject({
      state: 'failed',
      error: { code: 'run_terminated', stage: 'decode' },
    });
  });

  it('follows a run that an operator has reset', async () => {
    const run = await probed();
    worker.runState = { kind: 'running', runId: 'run-reset' };
    await closed(run);
    expect(await worker.task(run)).toMatchObject({ state: 'running', runId: 'run-reset' });
  });

  it('changes neither a task that has ended nor another attempt', async () => {
    const run = await probed();
    worker.runState = { kind: 'closed', closing: 'terminated' };
    await closed({ ...run, attempt: 2 });
    expect(await worker.task(run)).toMatchObject({ state: 'running' });
    await worker.repositories.tasks.end(run, { state: 'cancelled' });
    await closed(run);
    expect(await worker.task(run)).toMatchObject({ state: 'cancelled' });
  });
});
