import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import {
  STATUS_QUERY,
  type CollectedSources,
  type ReadSources,
  type ReportActivities,
  type TaskOutcome,
  type WorkflowStatus,
  type WriteReport,
} from '#contracts/workflows';
import { eventually } from '../../../../test/support/eventually.ts';
import { ScriptedTasks, untilCancelled } from '../shared/scripted-tasks.fixture.ts';

const DONE: TaskOutcome = { kind: 'done', done: 3, warnings: [], behind: false };

/** The activities of a report that has three sources to read, two of them in the first call. */
class ScriptedReport implements ReportActivities {
  readonly calls: string[] = [];
  readonly written: WriteReport[] = [];
  collectSources = (): Promise<CollectedSources> =>
    this.called('collect', { kind: 'done', unread: 3 });
  readSources = (): Promise<ReadSources> => {
    const unread = this.calls.includes('read') ? 0 : 1;
    return this.called('read', { kind: 'done', read: unread === 0 ? 1 : 2, unread });
  };
  writeReport = (run: WriteReport) => {
    this.written.push(run);
    return this.called('write', DONE);
  };

  /** As they are registered with a worker. */
  activities(): ReportActivities {
    const { collectSources, readSources, writeReport } = this;
    return { collectSources, readSources, writeReport };
  }

  private called<Result>(name: string, result: Result): Promise<Result> {
    this.calls.push(name);
    return Promise.resolve(result);
  }
}

describe('the workflow of a report', () => {
  let tasks: ScriptedTasks;
  beforeAll(async () => {
    tasks = await ScriptedTasks.open();
  });
  afterAll(() => tasks.close());

  const run = (report: ScriptedReport, scenario: Parameters<ScriptedTasks['run']>[2]) =>
    tasks.run('agent_report', report.activities(), scenario);

  it('collects, reads until nothing is left, and writes', async () => {
    const report = new ScriptedReport();
    const ends = await run(report, async (handle) => {
      expect(await handle.result()).toEqual(DONE);
      expect(await handle.query<WorkflowStatus>(STATUS_QUERY)).toMatchObject({
        ...{ stage: 'write', done: 3, total: 3, percent: 100 },
      });
    });
    expect(report.calls).toEqual(['collect', 'read', 'read', 'write']);
    expect(report.written).toMatchObject([{ taskId: 'tsk_1', attempt: 1, endsIn: 'write' }]);
    expect(ends).toEqual([]);
  });

  it('does nothing when its run of the task has ended already', async () => {
    const report = new ScriptedReport();
    report.collectSources = () => Promise.resolve({ kind: 'skip', unread: 0 });
    await run(report, async (handle) => {
      expect(await handle.result()).toMatchObject({ kind: 'skip' });
    });
    expect(report.calls).toEqual([]);
  });

  it('tells how far it is', async () => {
    const report = new ScriptedReport();
    const { readSources } = report;
    const gate = Promise.withResolvers<undefined>();
    report.readSources = async () => {
      if (report.calls.includes('read')) await gate.promise;
      return readSources();
    };
    await run(report, async (handle) => {
      await eventually(async () =>
        expect(await handle.query<WorkflowStatus>(STATUS_QUERY)).toMatchObject({
          ...{ stage: 'read', done: 2, total: 3, percent: 66 },
        }),
      );
      gate.resolve(undefined);
      await handle.result();
    });
  });

  it('records a failure with the step in which it has failed', async () => {
    const report = new ScriptedReport();
    report.readSources = () => {
      throw ApplicationFailure.nonRetryable('Unknown.', 'engine_unknown');
    };
    const ends = await run(report, (handle) => expect(handle.result()).rejects.toThrow());
    expect(ends).toMatchObject([
      { ending: { state: 'failed', error: { code: 'engine_unknown', stage: 'read' } } },
    ]);
    expect(report.written).toEqual([]);
  });

  it('waits until the reading has stopped when it is cancelled, and records that', async () => {
    const report = new ScriptedReport();
    const steps: string[] = [];
    report.readSources = () => {
      steps.push('started');
      return untilCancelled().finally(() => steps.push('stopped'));
    };
    const ends = await run(report, async (handle) => {
      await eventually(() => expect(steps).toEqual(['started']));
      await handle.cancel();
      await expect(handle.result()).rejects.toThrow();
      expect(steps).toEqual(['started', 'stopped']);
    });
    expect(ends).toMatchObject([{ ending: { state: 'cancelled' } }]);
    expect(report.written).toEqual([]);
  });
});
