import { firstStepOf, kindOf, sharesRun, type TaskRun, type TaskType } from '#contracts/tasks';
import {
  isEntityWorkflowId,
  type EntityResume,
  type EntityTask,
  type PendingWork,
  type QuietTiming,
  type WorkflowStatus,
} from '#contracts/workflows';

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
 * How a task runs: `starting` its own run, in its `own` run, `shared` within this one, `waiting`
 * for another run to close, or `followed`, in its own run that an earlier run of the entity has
 * started.
 */
type RunMode = 'starting' | 'own' | 'shared' | 'waiting' | 'followed';

interface RunningTask {
  readonly task: EntityTask;
  readonly startedAt: string;
  mode: RunMode;
}

/** A task that waits until its entity is quiet. */
interface QuietTask {
  readonly task: EntityTask;
  readonly sinceMs: number;
}

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
  /** By task id. */
  private readonly running = new Map<string, RunningTask>();
  /** Ids of running tasks that another run waits for, such as that of a retried task. */
  private readonly blockingIds = new Set<string>();
  private quiet: ReadonlyMap<TaskType, QuietTask> = new Map();
  /** Since when tasks wait for quiet that the previous run knew of, until work is taken. */
  private quietSinceMs: ReadonlyMap<TaskType, number>;
  private started: number;
  /** When new material last arrived. */
  private lastNewsMs: number;
  /** When something was last done. */
  private lastActivityMs: number;

  /**
   * @param timing when to run tasks that wait for quiet
   * @param now milliseconds since the epoch, here and below
   * @param startedAt when the first run began, ISO 8601 UTC
   * @param resume the state of the previous run, which has continued as new
   */
  constructor(
    private readonly timing: QuietTiming,
    now: number,
    private readonly startedAt: string,
    resume?: EntityResume,
  ) {
    this.lastActivityMs = now;
    this.lastNewsMs = resume?.lastNewsMs ?? now;
    this.started = resume?.started ?? 0;
    this.quietSinceMs = new Map(resume?.quiet.map(({ type, sinceMs }) => [type, sinceMs]));
    for (const task of resume?.running ?? []) this.add(task, 'followed', now);
  }

  /** A work signal was received: there is new material, so the quiet period starts again. */
  signalled(now: number): void {
    this.changeCount += 1;
    this.mayHaveWork = true;
    this.retryAtMs = -Infinity;
    this.lastNewsMs = now;
    this.lastActivityMs = now;
  }

  /** The alarm has rung. */
  rang(): void {
    this.changeCount += 1;
  }

  /** Whether it is time to take work. */
  mustTakeWork(now: number): boolean {
    if (this.mayHaveWork) return now >= this.retryAtMs;
    return this.followedIds.length > 0 && now >= this.lastTakeMs + FOLLOW_INTERVAL_MS;
  }

  /** Whether any task runs that this run of the workflow must wait for before it closes. */
  get isBusy(): boolean {
    return this.countOf('starting', 'own', 'shared', 'waiting') > 0;
  }

  /** Whether the workflow may continue as new now: tasks within its run would be lost. */
  get canHandOver(): boolean {
    return this.countOf('starting', 'shared') === 0;
  }

  /** Whether tasks have runs of their own that this run of the workflow has started. */
  get hasChildren(): boolean {
    return this.countOf('own') > 0;
  }

  /** Runs that `takeWork` need not return. */
  get knownRuns(): readonly TaskRun[] {
    return [...this.running.values()].map(({ task: { taskId, attempt } }) => ({ taskId, attempt }));
  }

  /** Ids of tasks that an earlier run of the workflow has started. */
  get followedIds(): readonly string[] {
    return this.tasksOf('followed').map(({ taskId }) => taskId);
  }

  /** Ids of the workflows of the tasks that an earlier run of the workflow has started. */
  get followedWorkflowIds(): readonly string[] {
    return this.tasksOf('followed').map(({ workflowId }) => workflowId);
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
    for (const taskId of ended) this.running.delete(taskId);
    const fresh = tasks.filter((task) => !this.isBlocked(task));
    const quiet = Map.groupBy(
      fresh.filter(({ type }) => kindOf(type).waitsForQuiet),
      ({ type }) => type,
    );
    const skipping = [...quiet.values()].flatMap((same) => same.find(skipsWait) ?? []);
    const waiting = [...quiet].filter(([, same]) => !same.some(skipsWait));
    this.quiet = new Map(
      waiting.flatMap(([type, [task]]) => {
        const known = this.quiet.get(type)?.sinceMs ?? this.quietSinceMs.get(type);
        return task ? [[type, { task, sinceMs: known ?? now }]] : [];
      }),
    );
    this.quietSinceMs = new Map();
    const starting = [...fresh.filter(({ type }) => !kindOf(type).waitsForQuiet), ...skipping];
    // With nothing to start, the rest is taken once a running task has ended.
    this.mayHaveWork ||= more && starting.length > 0;
    this.hasBacklog = more;
    return starting;
  }

  /** A task is about to be started. */
  taskStarting(task: EntityTask, now: number): void {
    this.add(task, runsShared(task) ? 'shared' : 'starting', now);
    this.started += 1;
    this.lastActivityMs = now;
  }

  /** The own run of a task has started, or waits until another run with its id has closed. */
  taskRuns({ taskId }: EntityTask, mode: 'starting' | 'own' | 'waiting'): void {
    const running = this.running.get(taskId);
    if (running) running.mode = mode;
    this.changeCount += 1;
  }

  /**
   * A task has ended.
   * @param followUp what there may be to do now
   */
  taskEnded({ taskId, type }: EntityTask, followUp: FollowUp, now: number): void {
    this.changeCount += 1;
    this.lastActivityMs = now;
    this.running.delete(taskId);
    if (this.blockingIds.delete(taskId) || this.hasBacklog || this.mayBringWork(followUp)) {
      this.mayHaveWork = true;
    }
    // A transcript is new material. Other changes are made to what was there.
    if (kindOf(type).of === 'clip') this.lastNewsMs = now;
  }

  /** Removes and returns the tasks whose wait for quiet is over. */
  takeDue(now: number): readonly EntityTask[] {
    const due = [...this.quiet.values()].filter((each) => now >= this.dueMs(each));
    this.quiet = new Map([...this.quiet].filter(([, each]) => !due.includes(each)));
    return due.map(({ task }) => task);
  }

  /**
   * The next time at which there may be something to do without a change before it.
   * @param idleMs idle time after which the workflow ends
   * @returns milliseconds since the epoch; `null` when there is none
   */
  nextAtMs(now: number, idleMs: number): number | null {
    const times = [...this.quiet.values()].map((each) => this.checkAtMs(each, now));
    if (this.mayHaveWork) times.push(this.retryAtMs);
    if (this.followedIds.length > 0) times.push(this.lastTakeMs + FOLLOW_INTERVAL_MS);
    if (times.length > 0) return Math.min(...times);
    return this.isBusy ? null : this.lastActivityMs + idleMs;
  }

  /** Whether nothing runs or waits, and nothing has happened for this time. */
  isIdle(now: number, idleMs: number): boolean {
    if (this.mayHaveWork || this.running.size > 0 || this.quiet.size > 0) return false;
    return now >= this.lastActivityMs + idleMs;
  }

  /** The state that a new run needs after continue-as-new. */
  resume(): EntityResume {
    const { startedAt, started, lastNewsMs } = this;
    const quiet = [...this.quiet].map(([type, { sinceMs }]) => ({ type, sinceMs }));
    return { startedAt, started, lastNewsMs, quiet, running: this.tasksOf('own', 'followed') };
  }

  /** Answer of the query `status`. */
  status(): WorkflowStatus {
    const done = this.started - this.running.size;
    const running = [...this.running.values()].map(({ task }) => task);
    const quietTask = running.find(({ type }) => kindOf(type).waitsForQuiet);
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
    const running = this.running.get(taskId);
    if (running?.mode !== 'shared') return null;
    const { task, startedAt } = running;
    const stage = firstStepOf(task.type);
    return { stage, done: 0, total: null, percent: 0, warnings: [], startedAt };
  }

  /** What an operator reads in the Temporal Web UI. */
  details(): string {
    const running = [...this.running.values()].map(({ task, mode }) => {
      const where = mode === 'shared' ? 'in this run' : `${task.workflowId}`;
      return `- ${task.type} \`${task.taskId}\`: ${where}${mode === 'waiting' ? ', waits' : ''}`;
    });
    const waiting = [...this.quiet.keys()].map((type) => ` · ${type} waits for quiet`);
    return [
      `**${running.length} running** · ${this.started} started${waiting.join('')}`,
      ...running,
    ].join('\n');
  }

  private add(task: EntityTask, mode: RunMode, now: number): void {
    this.running.set(task.taskId, { task, mode, startedAt: new Date(now).toISOString() });
  }

  private tasksOf(...modes: readonly RunMode[]): readonly EntityTask[] {
    return [...this.running.values()]
      .filter(({ mode }) => modes.includes(mode))
      .map(({ task }) => task);
  }

  private countOf(...modes: readonly RunMode[]): number {
    return this.tasksOf(...modes).length;
  }

  /** A task that waits for quiet will cover a changed text; any other change needs `takeWork`. */
  private mayBringWork(followUp: FollowUp): boolean {
    return followUp === 'anything' || (followUp === 'text' && this.quiet.size === 0);
  }

  /**
   * Whether a task has to wait for the end of one that is running: for another attempt of the same
   * task, or for one whose own run has the same workflow id.
   */
  private isBlocked(task: EntityTask): boolean {
    const blocking = [...this.running.values()].find(({ task: other }) => conflicts(task, other));
    if (blocking === undefined) return false;
    const { taskId, attempt } = blocking.task;
    if (taskId === task.taskId && attempt === task.attempt) return true;
    // The database has the next task only after the one before it has ended.
    if (blocking.mode === 'followed') this.running.delete(taskId);
    else this.blockingIds.add(taskId);
    return blocking.mode !== 'followed';
  }

  /**
   * When the task is due: at the end of the quiet period, but after the longest wait if that is
   * earlier, or while a running task changes the text.
   */
  private dueMs(waiting: QuietTask): number {
    const latestMs = waiting.sinceMs + this.timing.longestWaitMs;
    return this.isTextChanging ? latestMs : this.quietEndMs(waiting);
  }

  /**
   * When to look whether the task is due. Tasks that change the text mostly end before the quiet
   * period does, so the longest wait becomes the time only when one has not.
   */
  private checkAtMs(waiting: QuietTask, now: number): number {
    const quietEndMs = this.quietEndMs(waiting);
    return quietEndMs > now ? quietEndMs : this.dueMs(waiting);
  }

  private quietEndMs({ sinceMs }: QuietTask): number {
    const { longestWaitMs, quietMs } = this.timing;
    return Math.min(sinceMs + longestWaitMs, this.lastNewsMs + quietMs);
  }

  private get isTextChanging(): boolean {
    return [...this.running.values()].some(({ task }) => kindOf(task.type).changesText);
  }
}

/** Whether a task runs within the run of its entity. */
export function runsShared({ type, workflowId }: EntityTask): boolean {
  return sharesRun(type) && isEntityWorkflowId(workflowId);
}

function conflicts(task: EntityTask, other: EntityTask): boolean {
  if (task.taskId === other.taskId) return true;
  return task.workflowId === other.workflowId && !runsShared(task);
}

function skipsWait({ skipsQuietWait }: EntityTask): boolean {
  return skipsQuietWait;
}
