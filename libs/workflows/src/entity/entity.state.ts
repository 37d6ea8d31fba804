import { firstStepOf, kindOf, type TaskRun } from '#contracts/tasks';
import type {
  EntityResume,
  EntityTask,
  PendingWork,
  QuietTiming,
  WorkflowStatus,
} from '#contracts/workflows';
import { QuietTasks, waitsForQuiet } from './quiet-tasks.ts';
import { RunningTasks, runsShared } from './running-tasks.ts';

/** First wait after work could not be taken; it doubles with each failure, up to the longest. */
const FIRST_RETRY_MS = 1_000;
/** A week of it is some 12,000 events, which one run of the workflow can hold. */
const LONGEST_RETRY_MS = 300_000;
/** How often the database is asked for the ends of tasks that an earlier run has started. */
const FOLLOW_INTERVAL_MS = 10_000;

/**
 * What there may be to do after a task has ended: nothing, work on the changed text, or any work.
 */
export type FollowUp = 'nothing' | 'text' | 'anything';

/**
 * State of the workflow of an entity: the tasks that it has started, and when tasks that wait for
 * quiet are due. Pending work is in the database.
 */
export class EntityState {
  /** Incremented by every change that may let the workflow continue. */
  changeCount = 0;
  /** Whether there may be work that was not taken yet. */
  private mayHaveWork = true;
  /** Whether the last `takeWork` left work that was not taken. */
  private hasBacklog = false;
  private failedTakes = 0;
  /** When to take work again after a failure; milliseconds since the epoch. */
  private retryAtMs = -Infinity;
  private lastTakeMs = -Infinity;
  private readonly running = new RunningTasks();
  private readonly quiet: QuietTasks;
  private started: number;
  /** When something was last done. */
  private lastActivityMs: number;

  /**
   * @param timing when to run tasks that wait for quiet
   * @param now milliseconds since the epoch, here and below
   * @param startedAt when the first run began, ISO 8601 UTC
   * @param resume the state of the previous run, which has continued as new
   */
  constructor(
    timing: QuietTiming,
    now: number,
    private readonly startedAt: string,
    resume?: EntityResume,
  ) {
    this.lastActivityMs = now;
    this.started = resume?.started ?? 0;
    this.quiet = new QuietTasks(timing, now, resume);
    for (const task of resume?.running ?? []) this.running.add(task, 'followed', now);
  }

  /** A work signal was received: there is new material. */
  signalled(now: number): void {
    this.changeCount += 1;
    this.mayHaveWork = true;
    this.retryAtMs = -Infinity;
    this.lastActivityMs = now;
    this.quiet.news(now);
  }

  /** The alarm has rung. */
  rang(): void {
    this.changeCount += 1;
  }

  /** Whether it is time to take work. */
  mustTakeWork(now: number): boolean {
    if (this.mayHaveWork) return now >= this.retryAtMs;
    return this.followed.length > 0 && now >= this.lastTakeMs + FOLLOW_INTERVAL_MS;
  }

  /** Whether any task runs that this run of the workflow must wait for before it closes. */
  get isBusy(): boolean {
    return this.running.in('starting', 'own', 'shared', 'waiting').length > 0;
  }

  /** Whether the workflow may continue as new now: tasks within its run would be lost. */
  get canHandOver(): boolean {
    return this.running.in('starting', 'shared').length === 0;
  }

  /** Whether tasks have runs of their own that this run of the workflow has started. */
  get hasChildren(): boolean {
    return this.running.in('own').length > 0;
  }

  /** Runs that `takeWork` need not return. */
  get knownRuns(): readonly TaskRun[] {
    return this.running.runs;
  }

  /** The tasks that an earlier run of the workflow has started. */
  get followed(): readonly EntityTask[] {
    return this.running.in('followed');
  }

  /** `takeWork` is about to be called; later signals are for the next call. */
  takingWork(now: number): void {
    this.mayHaveWork = false;
    this.lastTakeMs = now;
  }

  /** `takeWork` has failed, as when the database is unavailable; it is called again later. */
  takeFailed(now: number): void {
    const waitMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.failedTakes);
    this.failedTakes += 1;
    this.mayHaveWork = true;
    this.retryAtMs = now + waitMs;
  }

  /**
   * Sorts the result of `takeWork`.
   * @returns the tasks to start now; the rest waits until the entity is quiet
   */
  workTaken({ tasks, more, ended }: PendingWork, now: number): readonly EntityTask[] {
    this.failedTakes = 0;
    for (const taskId of ended) this.running.remove(taskId);
    const fresh = tasks.filter((task) => !this.running.block(task));
    const skipping = this.quiet.taken(fresh.filter(waitsForQuiet), now);
    const starting = [...fresh.filter((task) => !waitsForQuiet(task)), ...skipping];
    // With nothing to start, the rest is taken once a running task has ended.
    this.mayHaveWork ||= more && starting.length > 0;
    this.hasBacklog = more;
    return starting;
  }

  /** A task is about to be started. */
  taskStarting(task: EntityTask, now: number): void {
    this.running.add(task, runsShared(task) ? 'shared' : 'starting', now);
    this.started += 1;
    this.lastActivityMs = now;
  }

  /** The own run of a task has started, or waits until another run with its id has closed. */
  taskRuns(task: EntityTask, mode: 'starting' | 'own' | 'waiting'): void {
    this.running.setMode(task, mode);
    this.changeCount += 1;
  }

  /**
   * A task has ended.
   * @param followUp what there may be to do now
   */
  taskEnded({ taskId, type }: EntityTask, followUp: FollowUp, now: number): void {
    this.changeCount += 1;
    this.lastActivityMs = now;
    const hasUnblocked = this.running.remove(taskId);
    if (hasUnblocked || this.hasBacklog || this.mayBringWork(followUp)) this.mayHaveWork = true;
    // A transcript is new material. Other changes are made to what was there.
    if (kindOf(type).of === 'clip') this.quiet.news(now);
  }

  /** Removes and returns the tasks whose wait for quiet is over. */
  takeDue(now: number): readonly EntityTask[] {
    return this.quiet.takeDue(now, this.running.isTextChanging);
  }

  /**
   * The next time at which there may be something to do without a change before it.
   * @param idleMs idle time after which the workflow ends
   * @returns milliseconds since the epoch; `null` when there is none
   */
  nextAtMs(now: number, idleMs: number): number | null {
    const times = [...this.quiet.checkTimes(now, this.running.isTextChanging)];
    if (this.mayHaveWork) times.push(this.retryAtMs);
    if (this.followed.length > 0) times.push(this.lastTakeMs + FOLLOW_INTERVAL_MS);
    if (times.length > 0) return Math.min(...times);
    return this.isBusy ? null : this.lastActivityMs + idleMs;
  }

  /** Whether nothing runs or waits, and nothing has happened for this time. */
  isIdle(now: number, idleMs: number): boolean {
    if (this.mayHaveWork || this.running.count > 0 || this.quiet.count > 0) return false;
    return now >= this.lastActivityMs + idleMs;
  }

  /** The state that a new run needs after continue-as-new. */
  resume(): EntityResume {
    const { startedAt, started } = this;
    const running = this.running.in('own', 'followed');
    return { startedAt, started, ...this.quiet.earlier(), running };
  }

  /** Answer of the query `status`. */
  status(): WorkflowStatus {
    const done = this.started - this.running.count;
    const quietTask = this.running.all.find(waitsForQuiet);
    return {
      stage: quietTask ? firstStepOf(quietTask.type) : null,
      done,
      total: this.started,
      percent: this.started === 0 ? 100 : Math.floor((100 * done) / this.started),
      warnings: [],
      startedAt: this.startedAt,
    };
  }

  /** The status of a task within this run; `null` when no such task is running. */
  statusOf(taskId: string): WorkflowStatus | null {
    return this.running.statusOf(taskId);
  }

  /** What an operator reads in the Temporal Web UI. */
  details(): string {
    const waiting = this.quiet.types.map((type) => ` · ${type} waits for quiet`);
    return [
      `**${this.running.count} running** · ${this.started} started${waiting.join('')}`,
      ...this.running.details(),
    ].join('\n');
  }

  /** A task that waits for quiet will cover a changed text; any other change needs `takeWork`. */
  private mayBringWork(followUp: FollowUp): boolean {
    return followUp === 'anything' || (followUp === 'text' && this.quiet.count === 0);
  }
}
