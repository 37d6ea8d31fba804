import type { TaskRun } from '#contracts/tasks';
import type { TaskOutcome } from '#contracts/workflows';
import type { MaintenanceDependencies } from '../maintenance/maintenance-dependencies.ts';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { SKIPPED } from '../shared/skipped.ts';

/** Takes a snapshot as a task, which is completed with the number of the last event. */
export class SnapshotTask {
  constructor(
    private readonly deps: Pick<
      MaintenanceDependencies,
      'eventLog' | 'installationTasks' | 'snapshotTaker'
    >,
  ) {}

  /** @throws AppError `snapshot_failed`; the abort reason when it is cancelled */
  async take(
    run: TaskRun,
    runId: string,
    { signal, report }: HeartbeatScope,
  ): Promise<TaskOutcome> {
    const { eventLog, installationTasks, snapshotTaker } = this.deps;
    if ((await installationTasks.start(run, runId)) === null) return SKIPPED;
    const total = await eventLog.lastSequence();
    const onEvents = (done: number) => report({ done, total });
    const { eventNumber } = await snapshotTaker.take({ signal, onEvents });
    await installationTasks.complete(run, { done: eventNumber, warnings: [] });
    return { kind: 'done', done: eventNumber, warnings: [], behind: false };
  }
}
