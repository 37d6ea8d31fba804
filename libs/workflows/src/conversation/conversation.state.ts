import type { SummaryTiming, WaitingTask, WaitingWork, WorkflowStatus } from '#contracts/messages';

/** Stages that change the text, so that a summary waits for them. */
const CHANGES_TEXT: readonly WaitingTask['type'][] = ['transcription', 'correction'];

/** What there may be to do because a task has ended: nothing, to sum up its text, or anything. */
export type FollowUp = 'nothing' | 'text' | 'anything';

/** A summary that waits until the conversation is quiet. */
interface WaitingSummary {
  readonly task: WaitingTask;
  readonly sinceMs: number;
}

/**
 * What a conversation's workflow knows: what it has started, and when its summary is due. What there
 * is to do it asks the database; nothing of that is kept here beyond the next look.
 */
export class ConversationState {
  /** Grows with everything that may let the workflow go on. */
  happenings = 0;
  /** Whether there may be something that was not taken yet. */
  private stale = true;
  /** Whether the last look left something untaken. */
  private moreWaits = false;
  private readonly running = new Map<string, WaitingTask>();
  /** Workflow ids that another run waits for, such as that of a task that was retried. */
  private readonly awaited = new Set<string>();
  private summary: WaitingSummary | null = null;
  private lastChangeMs: number;
  private started = 0;

  /**
   * @param timing when summaries are made
   * @param now milliseconds since the epoch, here and below
   * @param startedAt when the first run began, ISO 8601 UTC
   */
  constructor(
    private readonly timing: SummaryTiming,
    now: number,
    readonly startedAt: string,
  ) {
    this.lastChangeMs = now;
  }

  /** Somebody says that there is work. The text may have changed, so a summary waits again. */
  woken(now: number): void {
    this.happenings += 1;
    this.stale = true;
    this.lastChangeMs = now;
  }

  get mustTake(): boolean {
    return this.stale;
  }

  get isBusy(): boolean {
    return this.running.size > 0;
  }

  /** A look at the database begins; what comes from now on is for the next one. */
  taking(): void {
    this.stale = false;
  }

  /**
   * Sorts out what was found waiting.
   * @returns what is to be started now; a summary that is not urgent waits
   */
  taken({ tasks, more }: WaitingWork, now: number): readonly WaitingTask[] {
    const fresh = tasks.filter((task) => !this.isRunning(task));
    const summaries = fresh.filter(({ type }) => type === 'summary');
    const urgent = summaries.find((task) => task.urgent);
    const [waiting] = urgent ? [] : summaries;
    this.summary = waiting ? { task: waiting, sinceMs: this.summary?.sinceMs ?? now } : null;
    const starting = [
      ...fresh.filter(({ type }) => type !== 'summary'),
      ...(urgent ? [urgent] : []),
    ];
    // With nothing to start, the rest is asked for once something that runs has ended.
    this.stale ||= more && starting.length > 0;
    this.moreWaits = more;
    return starting;
  }

  /** The workflow of a task has been started. */
  begun(task: WaitingTask): void {
    this.running.set(task.workflowId, task);
    this.started += 1;
  }

  /**
   * The workflow of a task has ended.
   * @param followUp what there may be to do because of it
   */
  ended(task: WaitingTask, followUp: FollowUp, now: number): void {
    this.happenings += 1;
    this.running.delete(task.workflowId);
    this.stale ||= this.awaited.delete(task.workflowId) || this.moreWaits || this.isNews(followUp);
    if (CHANGES_TEXT.includes(task.type)) this.lastChangeMs = now;
  }

  /** The summary whose time has come, which then no longer waits; or `null`. */
  takeDueSummary(now: number): WaitingTask | null {
    if (this.summary === null || now < this.summaryDueMs(this.summary)) return null;
    const { task } = this.summary;
    this.summary = null;
    return task;
  }

  /**
   * How long nothing happens by itself.
   * @param idleMs time after which a conversation without work is left alone
   */
  waitMs(now: number, idleMs: number): number | null {
    if (this.summary !== null) return Math.max(1, this.summaryDueMs(this.summary) - now);
    return this.isBusy ? null : idleMs;
  }

  /** A summary is in flight or waits; nothing else is asked of a conversation that ends. */
  get isIdle(): boolean {
    return !this.stale && !this.isBusy && this.summary === null;
  }

  /** Answer of the query `status`. */
  status(): WorkflowStatus {
    const done = this.started - this.running.size;
    return {
      stage: [...this.running.values()].some(({ type }) => type === 'summary') ? 'summarise' : null,
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
    const waiting = this.summary ? ' · a summary waits until the conversation is quiet' : '';
    return [`**${running.length} running** · ${this.started} started${waiting}`, ...running].join(
      '\n',
    );
  }

  /** A summary that waits sees what has changed in the text; anything else is to be looked for. */
  private isNews(followUp: FollowUp): boolean {
    return followUp === 'anything' || (followUp === 'text' && this.summary === null);
  }

  /** Whether a workflow bears the id of this task already, be it for this run of the task or not. */
  private isRunning({ workflowId, taskId, attempt }: WaitingTask): boolean {
    const running = this.running.get(workflowId);
    if (!running) return false;
    const isSame = running.taskId === taskId && running.attempt === attempt;
    if (!isSame) this.awaited.add(workflowId);
    return true;
  }

  /**
   * Quiet for long enough and no change of the text under way, or waited for long enough.
   */
  private summaryDueMs({ sinceMs }: WaitingSummary): number {
    const latestMs = sinceMs + this.timing.longestWaitMs;
    const changing = [...this.running.values()].some(({ type }) => CHANGES_TEXT.includes(type));
    return changing ? latestMs : Math.min(latestMs, this.lastChangeMs + this.timing.quietMs);
  }
}
