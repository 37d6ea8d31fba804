import type { TaskRun } from '#contracts/tasks';
import type { PurgedBin, RemovedUnused } from '#contracts/workflows';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { patiently } from '../shared/patient-rest.ts';
import type { CleanUpDependencies } from './clean-up-dependencies.ts';

/** Items of the bin between two notes of the progress. */
const ITEMS_PER_NOTE = 20;
/** Those who upload one of these recordings wait until all of them are removed. */
const BLOBS_AT_ONCE = 20;

/** Removes what was deleted, and what nothing refers to any more. */
export class Cleaner {
  constructor(private readonly deps: CleanUpDependencies) {}

  /** @throws the abort reason when it is cancelled; what is left stays due */
  async purge(run: TaskRun, runId: string, scope: HeartbeatScope): Promise<PurgedBin> {
    const { binPurge, installationRuns } = this.deps;
    if ((await installationRuns.start(run, runId)) === null) return { kind: 'skip' };
    const { deletedBefore } = this;
    const total = await binPurge.countDue(deletedBefore);
    let items = 0;
    for (;;) {
      const due = await binPurge.due(deletedBefore, ITEMS_PER_NOTE);
      items += await this.purgeEach(due, deletedBefore, scope);
      const done = Math.min(items, total);
      scope.report({ done, total });
      await installationRuns.advance(run, { step: 'purge', done, total });
      if (due.length === 0) return { kind: 'done', items };
    }
  }

  /** @throws the abort reason when it is cancelled */
  async removeUnused(run: TaskRun, { signal }: HeartbeatScope): Promise<RemovedUnused> {
    const { answers, binPurge, blobs, tokenUse, unusedBlobs } = this.deps;
    await answers.removeUnused(this.deletedBefore);
    await tokenUse.removeOfGoneTasks();
    await unusedBlobs.noteOrphans();
    for (;;) {
      signal.throwIfAborted();
      const found = await unusedBlobs.remove(BLOBS_AT_ONCE, (sha256) => blobs.remove(sha256));
      if (found === 'busy') return { kind: 'waits' };
      if (found.looked === 0) break;
    }
    const hasEnded = await binPurge.complete(run, this.deletedBefore);
    return { kind: hasEnded ? 'done' : 'again' };
  }

  /** @returns how many were purged; one that is restored meanwhile is not */
  private async purgeEach(
    ids: readonly string[],
    deletedBefore: Date,
    { signal }: HeartbeatScope,
  ): Promise<number> {
    let purged = 0;
    for (const id of ids) {
      const wasDue = await patiently(signal, () => this.deps.binPurge.purge(id, deletedBefore));
      if (wasDue) purged += 1;
    }
    return purged;
  }

  private get deletedBefore(): Date {
    return new Date(Date.now() - this.deps.binKeptMs);
  }
}
