import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { TaskWarning } from '#contracts/tasks';
import {
  STATUS_QUERY,
  type RestoreActivities,
  type RestoreConfirmation,
  type RestoreStart,
  type RestoreStepRun,
  type TaskOutcome,
  type WorkflowStatus,
} from '#contracts/workflows';
import { eventually } from '../../../../test/support/eventually.ts';
import { ScriptedTasks, untilCancelled } from '../shared/scripted-tasks.fixture.ts';

const SUBJECT = { backupId: 'bkp_1', restorePointId: 'bkp_2' };
const START: RestoreStart = {
  kind: 'restore',
  subject: SUBJECT,
  sizes: { unpack: 100, protect: 60 },
};
const DONE: TaskOutcome = { kind: 'done', done: 1, warnings: [], behind: false };
const MISSING: TaskWarning = { code: 'backup_blob_missing', message: 'One is missing.' };

/** Calls of activities, in order, and ends of tasks that the workflow records. */
class Script {
  readonly calls: string[] = [];
  readonly parts: RestoreStepRun[] = [];
  confirmed: RestoreConfirmation | null = null;

  constructor(private readonly given: Partial<RestoreActivities> = {}) {}

  get activities(): RestoreActivities {
    const step =
      <Result>(name: string, result: Result) =>
      (run: RestoreStepRun) => {
        this.calls.push(name);
        this.parts.push(run);
        return Promise.resolve(result);
      };
    return {
      startRestore: () => Promise.resolve(START),
      unpackBackup: step('unpack', [MISSING]),
      protectInstallation: step('protect', undefined),
      switchDatabases: step('switch', undefined),
      confirmRestore: (run) => {
        this.confirmed = run;
        return step('confirm', DONE)(run);
      },
      ...this.given,
      undoRestore: (run) => {
        this.calls.push('undo');
        return this.given.undoRestore?.(run) ?? Promise.resolve({ outcome: 'undone' });
      },
    };
  }
}

const fails = (code: string) => () => {
  throw ApplicationFailure.nonRetryable('it went wrong', code);
};

describe('the workflow of a restore', () => {
  let tasks: ScriptedTasks;
  beforeAll(async () => {
    tasks = await ScriptedTasks.open();
  });
  afterAll(() => tasks.close());

  /** Runs a restore with scripted activities. @returns the ends that the workflow has recorded */
  const run = (script: Script, scenario: Parameters<ScriptedTasks['run']>[2]) =>
    tasks.run('restore', { ...script.activities }, scenario);

  const until = (handle: WorkflowHandle, activity: string) =>
    eventually(async () => {
      const { raw } = await handle.describe();
      expect(raw.pendingActivities?.[0]?.activityType?.name).toBe(activity);
    });

  it('unpacks, protects, switches and confirms, with its progress in bytes', async () => {
    const script = new Script();
    const ends = await run(script, async (handle) => {
      await handle.result();
      expect(await handle.query<WorkflowStatus>(STATUS_QUERY)).toMatchObject({
        ...{ stage: 'confirm', done: 160, total: 160, percent: 100 },
      });
    });
    expect(script.calls).toEqual(['unpack', 'protect', 'switch', 'confirm']);
    expect(script.parts).toMatchObject([
      { ...SUBJECT, doneBytes: 0, stepBytes: 100, totalBytes: 160 },
      { ...SUBJECT, doneBytes: 100, stepBytes: 60, totalBytes: 160 },
      { ...SUBJECT, doneBytes: 160, stepBytes: 0 },
      { ...SUBJECT, doneBytes: 160, stepBytes: 0 },
    ]);
    expect(script.confirmed).toMatchObject({ warnings: [MISSING] });
    expect(ends).toEqual([]);
  });

  it('does nothing more when its run has ended already', async () => {
    const script = new Script({ startRestore: () => Promise.resolve({ kind: 'skip' }) });
    await run(script, async (handle) => {
      await handle.result();
    });
    expect(script.calls).toEqual([]);
  });

  it.each([
    ['unpack', 'unpackBackup', 'backup_damaged', []],
    ['protect', 'protectInstallation', 'backup_place_full', ['unpack']],
    ['switch', 'switchDatabases', 'restore_failed', ['unpack', 'protect']],
    ['confirm', 'confirmRestore', 'restore_failed', ['unpack', 'protect', 'switch']],
  ] as const)('undoes everything when the step %s fails, and records it', async (...row) => {
    const [step, activity, code, before] = row;
    const script = new Script({ [activity]: fails(code) });
    const ends = await run(script, async (handle) => {
      await expect(handle.result()).rejects.toThrow();
    });
    expect(script.calls).toEqual([...before, 'undo']);
    const error = { code, stage: step, message: 'it went wrong' };
    expect(ends).toMatchObject([{ taskId: 'tsk_1', ending: { state: 'failed', error } }]);
  });

  it('completes when the confirmed restore cannot be undone any more', async () => {
    const script = new Script({
      confirmRestore: fails('internal'),
      undoRestore: () => Promise.resolve({ outcome: 'restored' }),
    });
    const ends = await run(script, async (handle) => {
      await handle.result();
    });
    expect(ends).toEqual([]);
  });

  it('is cancelled while it unpacks, and undone', async () => {
    const script = new Script({ unpackBackup: untilCancelled });
    const ends = await run(script, async (handle) => {
      await until(handle, 'unpackBackup');
      await handle.cancel();
      await expect(handle.result()).rejects.toThrow();
    });
    expect(script.calls).toEqual(['undo']);
    expect(ends).toMatchObject([{ ending: { state: 'cancelled' } }]);
  });

  it('is not cancelled half-way once it switches', async () => {
    const gate = Promise.withResolvers<undefined>();
    const script = new Script({ switchDatabases: () => gate.promise });
    const ends = await run(script, async (handle) => {
      await until(handle, 'switchDatabases');
      await handle.cancel();
      gate.resolve(undefined);
      await handle.result();
    });
    expect(script.calls).toEqual(['unpack', 'protect', 'confirm']);
    expect(ends).toEqual([]);
  });
});
