import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import {
  END_RECORDED,
  STATUS_QUERY,
  type ExportActivities,
  type TaskOutcome,
  type WorkflowStatus,
} from '#contracts/workflows';
import { eventually } from '../../../../test/support/eventually.ts';
import { ScriptedTasks, untilCancelled } from '../shared/scripted-tasks.fixture.ts';

const DONE: TaskOutcome = { kind: 'done', done: 1, warnings: [], behind: false };
const WRITTEN = { sizeBytes: 70, sha256: 'a'.repeat(64), problems: 0 };

/** Calls of activities, in order, with what they were given. */
class Script {
  readonly calls: string[] = [];
  readonly given: unknown[] = [];

  constructor(private readonly others: Partial<ExportActivities> = {}) {}

  get activities(): ExportActivities {
    const call =
      <Outcome>(name: string, outcome: Outcome) =>
      (input: unknown) => {
        this.calls.push(name);
        this.given.push(input);
        return Promise.resolve(outcome);
      };
    return {
      collectExport: call('collect', { kind: 'done', files: 4, bytes: 100 } as const),
      writeExport: call('write', WRITTEN),
      finishExport: call('finish', DONE),
      discardExport: call('discard', undefined),
      ...this.others,
    };
  }
}

describe('the workflow of an export', () => {
  let tasks: ScriptedTasks;
  beforeAll(async () => {
    tasks = await ScriptedTasks.open();
  });
  afterAll(() => tasks.close());

  const run = (script: Script, scenario: Parameters<ScriptedTasks['run']>[2]) =>
    tasks.run('export', { ...script.activities }, scenario);

  it('collects, writes and finishes, with its progress in bytes', async () => {
    const script = new Script();
    const ends = await run(script, async (handle) => {
      await handle.result();
      expect(await handle.query<WorkflowStatus>(STATUS_QUERY)).toMatchObject({
        ...{ stage: 'finish', done: 100, total: 100, percent: 100 },
      });
    });
    expect(script.calls).toEqual(['collect', 'write', 'finish']);
    expect(script.given).toMatchObject([
      { endsIn: 'collect' },
      { endsIn: 'write', doneBytes: 0, stepBytes: 100, totalBytes: 100 },
      { endsIn: 'finish', ...WRITTEN },
    ]);
    expect(ends).toEqual([]);
  });

  it('does nothing more when its run has ended', async () => {
    const script = new Script({ collectExport: () => Promise.resolve({ kind: 'skip' }) });
    await run(script, async (handle) => {
      await handle.result();
    });
    expect(script.calls).toEqual([]);
  });

  it('removes what it has written when it fails, and records why and where', async () => {
    const full = () => {
      throw ApplicationFailure.nonRetryable('It is full.', 'export_space_missing');
    };
    const script = new Script({ writeExport: full });
    const ends = await run(script, async (handle) => {
      await expect(handle.result()).rejects.toThrow();
    });
    expect(script.calls).toEqual(['collect', 'discard']);
    const error = { code: 'export_space_missing', stage: 'write' };
    expect(ends).toMatchObject([{ taskId: 'tsk_1', ending: { state: 'failed', error } }]);
  });

  it('leaves the record of its end to the activity that has recorded it', async () => {
    const gone = () => {
      throw ApplicationFailure.nonRetryable('It has gone.', 'not_found', null, END_RECORDED);
    };
    const script = new Script({ collectExport: gone });
    const ends = await run(script, async (handle) => {
      await expect(handle.result()).rejects.toThrow();
    });
    expect([script.calls, ends]).toEqual([['discard'], []]);
  });

  it('tries again what a worker has lost', async () => {
    let tries = 0;
    const lost = () => {
      tries += 1;
      if (tries < 3) throw ApplicationFailure.retryable('The disk is away.', 'internal');
      return Promise.resolve(WRITTEN);
    };
    const script = new Script({ writeExport: lost });
    await run(script, async (handle) => {
      await handle.result();
    });
    expect([tries, script.calls]).toEqual([3, ['collect', 'finish']]);
  });

  it('is cancelled once its step has stopped, and then removes what was written', async () => {
    const script = new Script({
      writeExport: () => untilCancelled().finally(() => script.calls.push('stopped')),
    });
    const ends = await run(script, async (handle) => {
      await eventually(async () => {
        const { raw } = await handle.describe();
        expect(raw.pendingActivities?.[0]?.activityType?.name).toBe('writeExport');
      });
      await handle.cancel();
      await expect(handle.result()).rejects.toThrow();
    });
    expect(script.calls).toEqual(['collect', 'stopped', 'discard']);
    expect(ends).toMatchObject([{ ending: { state: 'cancelled' } }]);
  });
});
