import type { RetentionSubject } from '#contracts/model';
import type { TaskRun } from '#contracts/tasks';
import type { TaskOutcome } from '#contracts/workflows';
import { AppError } from '#platform';
import type { DueBy, Repositories } from '#store';
import type { DueCleanUp } from '../clean-up/due-clean-up.ts';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { SKIPPED } from '../shared/skipped.ts';

/** What a worker needs to apply the rules of retention. */
export interface RetentionDependencies extends Pick<
  Repositories,
  'bin' | 'installationRuns' | 'retentionRules' | 'retentionRuns'
> {
  readonly dueCleanUp: Pick<DueCleanUp, 'requestIfDue'>;
}

/** Conversations between two notes of the progress. */
const ITEMS_PER_NOTE = 20;

/** Whole conversations first: nothing of them has to be removed separately then. */
const ORDER: readonly RetentionSubject[] = ['everything', 'transcripts', 'audio'];

/** Removes what is kept no longer, by the rules as they are when it begins. */
export class RetentionRunner {
  constructor(private readonly deps: RetentionDependencies) {}

  /**
   * Removes what is due, and completes the task. What an earlier run has removed is not due any more.
   * @throws the abort reason when it is cancelled; what is left stays due
   */
  async apply(run: TaskRun, runId: string, scope: HeartbeatScope): Promise<TaskOutcome> {
    const { installationRuns, dueCleanUp } = this.deps;
    if ((await installationRuns.start(run, runId)) === null) return SKIPPED;
    const all = await this.dueNow();
    const progress = { done: 0, total: await this.totalOf(all) };
    for (const due of all) await this.removeAll(run, due, progress, scope);
    await dueCleanUp.requestIfDue();
    if (!(await installationRuns.complete(run, []))) return SKIPPED;
    return { kind: 'done', done: progress.done, warnings: [], behind: false };
  }

  private async dueNow(): Promise<readonly DueBy[]> {
    const rules = await this.deps.retentionRules.list();
    const now = new Date();
    return ORDER.map((subject) => ({ subject, rules, now }));
  }

  private async totalOf(all: readonly DueBy[]): Promise<number> {
    let total = 0;
    for (const due of all) total += (await this.deps.retentionRuns.amount(due)).conversations;
    return total;
  }

  private async removeAll(
    run: TaskRun,
    due: DueBy,
    progress: { done: number; total: number },
    { signal, report }: HeartbeatScope,
  ): Promise<void> {
    const { installationRuns, retentionRuns } = this.deps;
    for (let after: string | null = null; ;) {
      const ids: readonly string[] = await retentionRuns.next(due, after, ITEMS_PER_NOTE);
      for (const id of ids) {
        signal.throwIfAborted();
        await this.removeOne(run, due.subject, id);
        progress.done += 1;
      }
      const { done } = progress;
      const total = Math.max(done, progress.total);
      report({ done, total });
      await installationRuns.advance(run, { step: 'remove_aged', done, total });
      const last = ids.at(-1);
      if (last === undefined) return;
      after = last;
    }
  }

  /** One that somebody deletes at the same time is left to that. */
  private async removeOne(run: TaskRun, subject: RetentionSubject, id: string): Promise<void> {
    const { bin, retentionRuns } = this.deps;
    if (subject !== 'everything') {
      await retentionRuns.remove(subject, id, run.taskId);
      return;
    }
    try {
      await bin.deleteAndNote({ kind: 'conversation', id }, { deletedBy: run.taskId });
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'not_found')) throw error;
    }
  }
}
