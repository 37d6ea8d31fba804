import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import {
  END_RECORDED,
  STATUS_QUERY,
  type BackupActivities,
  type BackupStart,
  type BackupStepRun,
  type TaskOutcome,
  type WorkflowStatus,
} from '#contracts/workflows';
import { eventually } from '../../../../test/support/eventually.ts';
import { ScriptedTasks, untilCancelled } from '../shared/scripted-tasks.fixture.ts';

const SIZES = { dump: 100, copy: 40, verify: 60 };
const DUE: BackupStart = { kind: 'due', sizes: SIZES };
const DONE: TaskOutcome = { kind: 'done', done: 1, warnings: [], behind: false };

/** Calls of activities, in order: names of steps, and ends of tasks that the workflow records. */
class Script {
  readonly calls: string[] = [];
  readonly parts: BackupStepRun[] = [];

  constructor(private readonly given: Partial<BackupActivities> = {}) {}

  get activities(): BackupActivities {
    const step = (name: string) => (run: BackupStepRun) => {
      this.calls.push(name);
      this.parts.push(run);
      return Promise.resolve();
    };
    return {
      startBackup: () => Promise.resolve(DUE),
      dumpDatabase: step('dump'),
      copyBlobs: step('copy'),
      verifyBackup: step('verify'),
      pruneBackups: () => {
        this.calls.push('prune');
        return Promise.resolve(DONE);
      },
      ...this.given,
    };
  }
}

describe('the workflow of a backup', () => {
  let tasks: ScriptedTasks;
  beforeAll(async () => {
    tasks = await ScriptedTasks.open();
  });
  afterAll(() => tasks.close());

  /** Runs a backup with scripted activities. @returns the ends that the workflow has recorded */
  const run = (script: Script, scenario: Parameters<ScriptedTasks['run']>[2]) =>
    tasks.run('backup', { ...script.activities }, scenario);

  it('dumps, copies, verifies and only then prunes, with its progress in bytes', async () => {
    const script = new Script();
    const ends = await run(script, async (handle) => {
      await handle.result();
      expect(await handle.query<WorkflowStatus>(STATUS_QUERY)).toMatchObject({
        ...{ stage: 'prune', done: 200, total: 200, percent: 100 },
      });
    });
    expect(script.calls).toEqual(['dump', 'copy', 'verify', 'prune']);
    expect(script.parts).toMatchObject([
      { doneBytes: 0, stepBytes: 100, totalBytes: 200, endsIn: 'dump' },
      { doneBytes: 100, stepBytes: 40, totalBytes: 200, endsIn: 'copy' },
      { doneBytes: 140, stepBytes: 60, totalBytes: 200, endsIn: 'verify' },
    ]);
    expect(ends).toEqual([]);
  });

  it.each(['skip', 'notDue'] as const)('does nothing more when its start says %s', async (kind) => {
    const script = new Script({ startBackup: () => Promise.resolve({ kind }) });
    const ends = await run(script, async (handle) => {
      await handle.result();
    });
    expect(script.calls).toEqual([]);
    expect(ends).toEqual([]);
  });

  it('prunes nothing when the verification fails, and records the failure and its step', async () => {
    const damaged = () => {
      throw ApplicationFailure.nonRetryable('not what was backed up', 'backup_damaged');
    };
    const script = new Script({ verifyBackup: damaged });
    const ends = await run(script, async (handle) => {
      await expect(handle.result()).rejects.toThrow();
    });
    expect(script.calls).toEqual(['dump', 'copy']);
    const error = { code: 'backup_damaged', stage: 'verify', message: 'not what was backed up' };
    expect(ends).toMatchObject([{ taskId: 'tsk_1', ending: { state: 'failed', error } }]);
  });

  it('leaves the record of its end to the activity that has recorded it', async () => {
    const full = () => {
      throw ApplicationFailure.nonRetryable('no space', 'backup_place_full', null, END_RECORDED);
    };
    const script = new Script({ copyBlobs: full });
    const ends = await run(script, async (handle) => {
      await expect(handle.result()).rejects.toThrow();
    });
    expect(ends).toEqual([]);
  });

  it('tries a place that is away again, and goes on', async () => {
    let tries = 0;
    const away = () => {
      tries += 1;
      if (tries < 3) throw ApplicationFailure.retryable('no such host', 'backup_place_unavailable');
      return Promise.resolve();
    };
    const script = new Script({ copyBlobs: away });
    await run(script, async (handle) => {
      await handle.result();
    });
    expect(tries).toBe(3);
    expect(script.calls).toEqual(['dump', 'verify', 'prune']);
  });

  it('is cancelled in the middle of a step, once that step has stopped', async () => {
    let stopped = false;
    const dumping = () => untilCancelled().finally(() => (stopped = true));
    const script = new Script({ dumpDatabase: dumping });
    const ends = await run(script, async (handle) => {
      await eventually(async () => {
        const { raw } = await handle.describe();
        expect(raw.pendingActivities?.[0]?.activityType?.name).toBe('dumpDatabase');
      });
      await handle.cancel();
      await expect(handle.result()).rejects.toThrow();
      expect(stopped).toBe(true);
    });
    expect(script.calls).toEqual([]);
    expect(ends).toMatchObject([{ ending: { state: 'cancelled' } }]);
  });
});
