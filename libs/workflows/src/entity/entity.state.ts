import { firstStepOf, kindOf, type TaskType } from '#contracts/tasks';
import type { EntityTask, PendingWork, QuietTiming, WorkflowStatus } from '#contracts/workflows';

/**
 * What there may be to do after a task has ended: nothing, work on the changed text, or any work.
 */
export type FollowUp = 'nothing' | 'text' | 'anything';

/** A task that waits until its entity is quiet. */
interface QuietTask {
  readonly task: EntityTask;
  readonly sinceMs: number;
}

/**
 * State of the workflow of an entity: the tasks that it has started, and when tasks that wait for
 * quiet are due. Pending work is in the database; what was taken last is replaced by the next
 * `takeWork`.
 */
export class EntityState {
  /** Incremented by every change that may let the workflow continue. */
  changeCount = 0;
  /** Whether there may be work that was not taken yet. */
  private mayHaveWork = true;
  /** Whether the last `takeWork` left work that was not taken. */
  private hasBacklog = false;
  private readonly running = new Map<string, EntityTask>();
  /** Ids of running workflows that another run waits for, such as that of a retried task. */
  private readonly blockedWorkflowIds = new Set<string>();
  private quiet: ReadonlyMap<TaskType, QuietTask> = new Map();
  private lastChangeMs: number;
  private started = 0;

  /**
   * @param timing when to run tasks that wait for quiet
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

  /** A work signal was received. The text may have changed, so the quiet period starts again. */
  signalled(now: number): void {
    this.changeCount += 1;
    this.mayHaveWork = true;
    this.lastChangeMs = now;
  }

  get mustTakeWork(): boolean {
    return this.mayHaveWork;
  }

  get isBusy(): boolean {
    return this.running.size > 0;
  }

  /** `takeWork` is about to be called; later signals are for the next call. */
  takingWork(): void {
    this.mayHaveWork = false;
  }

  /**
   * Sorts the result of `takeWork`.
   * @returns the tasks to start now; the rest waits until the entity is quiet
   */
  workTaken({ tasks, more }: PendingWork, now: number): readonly EntityTask[] {
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
    // With nothing to start, the rest is taken once a running task has ended.
    this.mayHaveWork ||= more && starting.length > 0;
    this.hasBacklog = more;
    return starting;
  }

  /** The workflow of a task has been started. */
  taskStarted(task: EntityTask): void {
    this.running.set(task.workflowId, task);
    this.started += 1;
  }

  /**
   * The workflow of a task has ended.
   * @param followUp what there may be to do now
   */
  taskEnded(task: EntityTask, followUp: FollowUp, now: number): void {
    this.changeCount += 1;
    this.running.delete(task.workflowId);
    // When there may be work already, the id stays blocked, as in histories of version 0.1.
    this.mayHaveWork ||=
      this.blockedWorkflowIds.delete(task.workflowId) ||
      this.hasBacklog ||
      this.mayBringWork(followUp);
    if (kindOf(task.type).changesText) this.lastChangeMs = now;
  }

  /** Removes and returns the tasks whose wait for quiet is over. */
  takeDue(now: number): readonly EntityTask[] {
    const due = [...this.quiet.values()].filter((each) => now >= this.dueMs(each));
    this.quiet = new Map([...this.quiet].filter(([, each]) => !due.includes(each)));
    return due.map(({ task }) => task);
  }

  /**
   * Time until a task is due or the entity counts as idle.
   * @param idleMs idle time after which the workflow ends
   * @returns milliseconds; `null` to wait for a change without a limit
   */
  waitMs(now: number, idleMs: number): number | null {
    const dueMs = [...this.quiet.values()].map((each) => this.dueMs(each));
    if (dueMs.length > 0) return Math.max(1, Math.min(...dueMs) - now);
    return this.isBusy ? null : idleMs;
  }

  /** Nothing runs and nothing waits. */
  get isIdle(): boolean {
    return !this.mayHaveWork && !this.isBusy && this.quiet.size === 0;
  }

  /** Answer of the query `status`. */
  status(): WorkflowStatus {
    const done = this.started - this.running.size;
    const quietTask = [...this.running.values()].find(({ type }) => kindOf(type).waitsForQuiet);
    return {
      stage: quietTask ? firstStepOf(quietTask.type) : null,
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
    const waiting = [...this.quiet.keys()].map((type) => ` · ${type} waits for quiet`);
    return [
      `**${running.length} running** · ${this.started} started${waiting.join('')}`,
      ...running,
    ].join('\n');
  }

  /** A task that waits for quiet will cover a changed text; any other change needs `takeWork`. */
  private mayBringWork(followUp: FollowUp): boolean {
    return followUp === 'anything' || (followUp === 'text' && this.quiet.size === 0);
  }

  /**
   * Whether a workflow with the id of this task is running, for this run of the task or another.
   */
  private isRunning({ workflowId, taskId, attempt }: EntityTask): boolean {
    const running = this.running.get(workflowId);
    if (!running) return false;
    const isSame = running.taskId === taskId && running.attempt === attempt;
    if (!isSame) this.blockedWorkflowIds.add(workflowId);
    return true;
  }

  /**
   * When the task is due: at the end of the quiet period, but after the longest wait if that is
   * earlier, or while a running task changes the text.
   */
  private dueMs({ sinceMs }: QuietTask): number {
    const latestMs = sinceMs + this.timing.longestWaitMs;
    const changing = [...this.running.values()].some(({ type }) => kindOf(type).changesText);
    return changing ? latestMs : Math.min(latestMs, this.lastChangeMs + this.timing.quietMs);
  }
}

function skipsWait({ skipsQuietWait }: EntityTask): boolean {
  return skipsQuietWait;
}
