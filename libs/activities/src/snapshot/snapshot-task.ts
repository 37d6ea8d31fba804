import type { TaskRun } from '#contracts/tasks';
import type { TaskOutcome } from '#contracts/workflows';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { SKIPPED } from '../shared/skipped.ts';
import type { SnapshotDependencies } from './snapshot-dependencies.ts';

/** Takes a snapshot as a task, which is completed with the number of the last event. */
export class SnapshotTask {
  constructor(private readonly deps: SnapshotDependencies) {}

  /** @throws AppError `snapshot_failed`; the abort reason when it is cancelled */
  async take(
    run: TaskRun,
    runId: string,
    { signal, report }: HeartbeatScope,
  ): Promise<TaskOutcome> {
    const { eventLog, installationRuns, snapshotTaker } = this.deps;
    if ((await installationRuns.start(run, runId)) === null) return SKIPPED;
    const total = await eventLog.lastSequence();
    const onEvents = (done: number) => report({ done, total });
    const { eventNumber: done } = await snapshotTaker.take({ signal, onEvents });
    await installationRuns.advance(run, { step: 'keep', done, total: done });
    await installationRuns.complete(run, []);
    return { kind: 'done', done, warnings: [], behind: false };
  }
}
