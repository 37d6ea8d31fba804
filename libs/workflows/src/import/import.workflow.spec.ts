import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import {
  END_RECORDED,
  STATUS_QUERY,
  type ImportActivities,
  type TaskOutcome,
  type WorkflowStatus,
} from '#contracts/workflows';
import { eventually } from '../../../../test/support/eventually.ts';
import { ScriptedTasks, untilCancelled } from '../shared/scripted-tasks.fixture.ts';

const DONE: TaskOutcome = { kind: 'done', done: 1, warnings: [], behind: false };

/** Calls of activities, in order, with what they were given. */
class Script {
  readonly calls: string[] = [];
  readonly given: unknown[] = [];

  constructor(private readonly others: Partial<ImportActivities> = {}) {}

  get activities(): ImportActivities {
    const call =
      <Outcome>(name: string, outcome: Outcome) =>
      (input: unknown) => {
        this.calls.push(name);
        this.given.push(input);
        return Promise.resolve(outcome);
      };
    return {
      checkImport: call('check', { kind: 'done', bytes: 100 } as const),
      storeImport: call('store', DONE),
      ...this.others,
    };
  }
}

describe('the workflow of an import', () => {
  let tasks: ScriptedTasks;
  beforeAll(async () => {
    tasks = await ScriptedTasks.open();
  });
  afterAll(() => tasks.close());

  const run = (script: Script, scenario: Parameters<ScriptedTasks['run']>[2]) =>
    tasks.run('import', { ...script.activities }, scenario);

  it('checks and stores, with its progress in bytes', async () => {
    const script = new Script();
    const ends = await run(script, async (handle) => {
      await handle.result();
      expect(await handle.query<WorkflowStatus>(STATUS_QUERY)).toMatchObject({
        ...{ stage: 'store', done: 200, total: 200, percent: 100 },
      });
    });
    expect(script.calls).toEqual(['check', 'store']);
    expect(script.given).toMatchObject([
      { endsIn: 'check' },
      { endsIn: 'store', doneBytes: 100, stepBytes: 100, totalBytes: 200 },
    ]);
    expect(ends).toEqual([]);
  });

  it('opens the recordings of transcripts on the queue of the speech engine', async () => {
    const script = new Script({
      checkImport: () => Promise.resolve({ kind: 'done', bytes: 100, recordings: 2 }),
    });
    const probeImport = (input: unknown) => {
      script.calls.push('probe');
      script.given.push(input);
      return Promise.resolve();
    };
    const scenario = async (handle: WorkflowHandle) => {
      await handle.result();
      const status = { stage: 'store', done: 200, total: 200, percent: 100 };
      expect(await handle.query<WorkflowStatus>(STATUS_QUERY)).toMatchObject(status);
    };
    const others = { speech: { probeImport } };
    expect(await tasks.run('import', { ...script.activities }, scenario, others)).toEqual([]);
    expect(script.calls).toEqual(['probe', 'store']);
    expect(script.given[0]).toMatchObject({ endsIn: 'probe', doneBytes: 100, totalBytes: 200 });
  });

  it('does nothing more when its run has ended', async () => {
    const script = new Script({ checkImport: () => Promise.resolve({ kind: 'skip' }) });
    await run(script, async (handle) => {
      await handle.result();
    });
    expect(script.calls).toEqual([]);
  });

  it('stores nothing of a file with faults, and records what is wrong', async () => {
    const changed = () => {
      throw ApplicationFailure.nonRetryable('It was changed.', 'import_archive_changed');
    };
    const script = new Script({ checkImport: changed });
    const ends = await run(script, async (handle) => {
      await expect(handle.result()).rejects.toThrow();
    });
    expect(script.calls).toEqual([]);
    const error = { code: 'import_archive_changed', stage: 'check' };
    expect(ends).toMatchObject([{ taskId: 'tsk_1', ending: { state: 'failed', error } }]);
  });

  it('leaves the record of its end to the activity that has recorded it', async () => {
    const gone = () => {
      throw ApplicationFailure.nonRetryable('It has gone.', 'import_gone', null, END_RECORDED);
    };
    const script = new Script({ storeImport: gone });
    const ends = await run(script, async (handle) => {
      await expect(handle.result()).rejects.toThrow();
    });
    expect([script.calls, ends]).toEqual([['check'], []]);
  });

  it('tries again what a worker has lost', async () => {
    let tries = 0;
    const lost = () => {
      tries += 1;
      if (tries < 3) throw ApplicationFailure.retryable('The disk is away.', 'internal');
      return Promise.resolve(DONE);
    };
    const script = new Script({ storeImport: lost });
    await run(script, async (handle) => {
      await handle.result();
    });
    expect([tries, script.calls]).toEqual([3, ['check']]);
  });

  it('is cancelled once its step has stopped', async () => {
    const script = new Script({
      storeImport: () => untilCancelled().finally(() => script.calls.push('stopped')),
    });
    const ends = await run(script, async (handle) => {
      await eventually(async () => {
        const { raw } = await handle.describe();
        expect(raw.pendingActivities?.[0]?.activityType?.name).toBe('storeImport');
      });
      await handle.cancel();
      await expect(handle.result()).rejects.toThrow();
    });
    expect(script.calls).toEqual(['check', 'stopped']);
    expect(ends).toMatchObject([{ ending: { state: 'cancelled' } }]);
  });
});
