import type { TaskRun } from '#contracts/tasks';
import type { TaskOutcome } from '#contracts/workflows';
import { AppError } from '#platform';
import type { BulkChangeRecord, Repositories } from '#store';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { patiently } from '../shared/patient-rest.ts';
import { SKIPPED } from '../shared/skipped.ts';

/** What a worker needs to change many things. */
export type BulkChangeDependencies = Pick<
  Repositories,
  'bulkChangeRuns' | 'bulkChanges' | 'installationRuns'
>;

/** Things between two notes of the progress. */
const ITEMS_PER_NOTE = 20;

/** Changes many things patiently, one after the other, so that others can write meanwhile. */
export class BulkChanger {
  constructor(private readonly deps: BulkChangeDependencies) {}

  /**
   * Changes what an earlier run has left, and completes the task.
   * @throws the abort reason when it is cancelled; what was changed stays so
   */
  async change(run: TaskRun, runId: string, scope: HeartbeatScope): Promise<TaskOutcome> {
    if ((await this.deps.installationRuns.start(run, runId)) === null) return SKIPPED;
    const change = await this.changeOf(run);
    const done = await this.changeAll(run, change, scope);
    if (!(await this.deps.bulkChangeRuns.complete(run))) return SKIPPED;
    return { kind: 'done', done, warnings: [], behind: false };
  }

  /** @returns how many were looked at */
  private async changeAll(
    run: TaskRun,
    change: BulkChangeRecord,
    scope: HeartbeatScope,
  ): Promise<number> {
    const before = change.changed + change.unchanged;
    const total = before + (await this.deps.bulkChangeRuns.count(change));
    const progress = new Progress(before, total);
    for (let after = change.lastId; ;) {
      const changed = await this.pass(run, change, after, scope, progress);
      // What came back may have brought others into the bin's list, which belong to it.
      if (change.action !== 'restore' || change.selection.kind !== 'bin' || changed === 0) break;
      after = null;
      await this.deps.bulkChangeRuns.startOver(change);
    }
    return progress.done;
  }

  /** Takes what is left once, in the order of the ids. @returns how many were changed */
  private async pass(
    run: TaskRun,
    change: BulkChangeRecord,
    first: string | null,
    { signal, report }: HeartbeatScope,
    progress: Progress,
  ): Promise<number> {
    const { bulkChangeRuns, installationRuns } = this.deps;
    let changed = 0;
    for (let after = first; ;) {
      const ids = await bulkChangeRuns.next(change, after, ITEMS_PER_NOTE);
      for (const id of ids) {
        if (await patiently(signal, () => bulkChangeRuns.apply(change, id))) changed += 1;
        progress.advance();
      }
      const { done, total } = progress;
      report({ done, total });
      await installationRuns.advance(run, { step: 'change', done, total });
      const last = ids.at(-1);
      if (last === undefined) return changed;
      after = last;
    }
  }

  /** @throws AppError `not_found` when it was removed */
  private async changeOf({ taskId }: TaskRun): Promise<BulkChangeRecord> {
    const change = await this.deps.bulkChanges.findByTask(taskId);
    if (change !== null) return change;
    throw new AppError('not_found', 'The bulk change was removed.');
  }
}

/** How far a bulk change is. What comes to light on the way adds to the total. */
class Progress {
  constructor(
    public done: number,
    public total: number,
  ) {}

  advance(): void {
    this.done += 1;
    this.total = Math.max(this.total, this.done);
  }
}
