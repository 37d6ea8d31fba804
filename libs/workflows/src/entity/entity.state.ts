import { firstStepOf, kindOf, type TaskType } from '#contracts/tasks';
import type { EntityTask, PendingWork, QuietTiming, WorkflowStatus } from '#contracts/workflows';

/** What there may be to do because a task has ended: nothing, to process its text, or anything. */
export type FollowUp = 'nothing' | 'text' | 'anything';

/** A task that waits until its entity is quiet. */
interface QuietTask {
  readonly task: EntityTask;
  readonly sinceMs: number;
}

/**
 * What the workflow of an entity knows: what it has started, and when tasks that wait for quiet are
 * due. What there is to do it asks the database; nothing of that is kept here beyond the next look.
 */
export class EntityState {
  /** Grows with everything that may let the workflow go on. */
  changeCount = 0;
  /** Whether there may be something that was not taken yet. */
  private lookNeeded = true;
  /** Whether the last look left something untaken. */
  private hasBacklog = false;
  private readonly running = new Map<string, EntityTask>();
  /** Workflow ids that another run waits for, such as that of a task that was retried. */
  private readonly blockedWorkflowIds = new Set<string>();
  private quiet: ReadonlyMap<TaskType, QuietTask> = new Map();
  private lastChangeMs: number;
  private started = 0;

  /**
   * @param timing when tasks that wait for quiet are run
   * @param now milliseconds since the epoch, here and below
   * @param startedAt when the first run began, ISO 8601 UTC
   */
  constructor(
    private readonly timing: QuietTiming,
    now: number,
    readonly startedAt: string,
  ) {
    this.lastChangeMs = now;
  }

  /** A work signal has come. The text may have changed, so what waits for quiet waits again. */
  signalled(now: number): void {
    this.changeCount += 1;
    this.lookNeeded = true;
    this.lastChangeMs = now;
  }

  get mustLook(): boolean {
    return this.lookNeeded;
  }

  get isBusy(): boolean {
    return this.running.size > 0;
  }

  /** A look at the database begins; what comes from now on is for the next one. */
  looking(): void {
    this.lookNeeded = false;
  }

  /**
   * Sorts out what was found pending.
   * @returns what is to be started now; the rest waits until the entity is quiet
   */
  found({ tasks, more }: PendingWork, now: number): readonly EntityTask[] {
    const fresh = tasks.filter((task) => !this.isRunning(task));
    const quiet = Map.groupBy(
      fresh.filter(({ type }) => kindOf(type).waitsForQuiet),
      ({ type }) => type,
    );
    const skipping = [...quiet.values()].flatMap((same) => same.find(skipsWait) ?? []);
    const waiting = [...quiet].filter(([, same]) => !same.some(skipsWait));
    this.quiet = new Map(
      waiting.flatMap(([type, [task]]) => {
        const sinceMs = this.quiet.get(type)?.sinceMs ?? now;
        return task ? [[type, { task, sinceMs }]] : [];
      }),
    );
    const starting = [...fresh.filter(({ type }) => !kindOf(type).waitsForQuiet), ...skipping];
    // With nothing to start, the rest is asked for once something that runs has ended.
    this.lookNeeded ||= more && starting.length > 0;
    this.hasBacklog = more;
    return starting;
  }

  /** The workflow of a task has been started. */
  begun(task: EntityTask): void {
    this.running.set(task.workflowId, task);
    this.started += 1;
  }

  /**
   * The workflow of a task has ended.
   * @param followUp what there may be to do because of it
   */
  ended(task: EntityTask, followUp: FollowUp, now: number): void {
    this.changeCount += 1;
    this.running.delete(task.workflowId);
    const wasBlocking = this.blockedWorkflowIds.delete(task.workflowId);
    this.lookNeeded ||= wasBlocking || this.hasBacklog || this.isNews(followUp);
    if (kindOf(task.type).changesText) this.lastChangeMs = now;
  }

  /** The tasks that have waited for quiet for long enough; they no longer wait. */
  takeDue(now: number): readonly EntityTask[] {
    const due = [...this.quiet.values()].filter((each) => now >= this.dueMs(each));
    this.quiet = new Map([...this.quiet].filter(([, each]) => !due.includes(each)));
    return due.map(({ task }) => task);
  }

  /**
   * How long nothing happens by itself.
   * @param idleMs time after which an entity without work is left alone
   */
  waitMs(now: number, idleMs: number): number | null {
    const dueMs = [...this.quiet.values()].map((each) => this.dueMs(each));
    if (dueMs.length > 0) return Math.max(1, Math.min(...dueMs) - now);
    return this.isBusy ? null : idleMs;
  }

  /** Nothing runs and nothing waits. */
  get isIdle(): boolean {
    return !this.lookNeeded && !this.isBusy && this.quiet.size === 0;
  }

  /** Answer of the query `status`. */
  status(): WorkflowStatus {
    const done = this.started - this.running.size;
    const last = [...this.running.values()].find(({ type }) => kindOf(type).waitsForQuiet);
    return {
      stage: last ? firstStepOf(last.type) : null,
      done,
      total: this.started,
      percent: this.started === 0 ? 100 : Math.floor((100 * done) / this.started),
      warnings: [],
      startedAt: this.startedAt,
    };
  }

  /** What an operator reads in the Temporal Web UI. */
  details(): string {
    const running = [...this.running.keys()].map((workflowId) => `- ${workflowId}`);
    const waiting = [...this.quiet.keys()].map((type) => ` · ${type} waits until it is quiet`);
    return [
      `**${running.length} running** · ${this.started} started${waiting.join('')}`,
      ...running,
    ].join('\n');
  }

  /** A task that waits for quiet sees what has changed in the text; anything else needs a look. */
  private isNews(followUp: FollowUp): boolean {
    return followUp === 'anything' || (followUp === 'text' && this.quiet.size === 0);
  }

  /** Whether a workflow bears the id of this task already, be it for this run of the task or not. */
  private isRunning({ workflowId, taskId, attempt }: EntityTask): boolean {
    const running = this.running.get(workflowId);
    if (!running) return false;
    const isSame = running.taskId === taskId && running.attempt === attempt;
    if (!isSame) this.blockedWorkflowIds.add(workflowId);
    return true;
  }

  /** Quiet for long enough and no change of the text under way, or waited for long enough. */
  private dueMs({ sinceMs }: QuietTask): number {
    const latestMs = sinceMs + this.timing.longestWaitMs;
    const changing = [...this.running.values()].some(({ type }) => kindOf(type).changesText);
    return changing ? latestMs : Math.min(latestMs, this.lastChangeMs + this.timing.quietMs);
  }
}

function skipsWait({ skipsQuietWait }: EntityTask): boolean {
  return skipsQuietWait;
}
