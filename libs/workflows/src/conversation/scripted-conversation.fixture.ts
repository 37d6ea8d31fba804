import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { workflowIdOf, type TaskRun, type TaskType } from '#contracts/tasks';
import {
  entityWorkflowId,
  type EntityActivities,
  type EndTaskRequest,
  type LanguageActivities,
  type TaskOutcome,
  type TaskActivities,
  type EntityTask,
  type PendingWork,
  type TakeWork,
} from '#contracts/workflows';

/** How a test changes the default behaviour. */
export interface ConversationScript {
  /** Corrections wait until it resolves. */
  readonly correctionGate?: Promise<void>;
  /** Summaries wait until it resolves, after their snapshot. */
  readonly summaryGate?: Promise<void>;
  /** Task type whose tasks fail for good. */
  readonly failing?: TaskType;
  /** Every `takeWork` reports more work, as when more clips wait than are started at once. */
  readonly alwaysMore?: boolean;
  /** Whether the tasks run within the run of the conversation. */
  readonly sharedRuns?: boolean;
  /** How often the database is unavailable before it responds. */
  readonly outages?: number;
  /**
   * Whether the database is unavailable. The local activity is not tried again then, because its
   * waits take real time.
   */
  readonly isAway?: () => Promise<boolean>;
}

type ScriptedTask = EntityTask & { state: 'pending' | 'running' | 'ended' };

const NOTHING_BEHIND: TaskOutcome = { kind: 'done', done: 1, warnings: [], behind: false };

/**
 * A conversation of a test, with the activities that work on it. It keeps the state that the
 * database would keep, by the same rules, and logs every activity.
 */
export class ScriptedConversation implements EntityActivities, LanguageActivities, TaskActivities {
  readonly log: string[] = [];
  readonly endings: EndTaskRequest[] = [];
  /** Revisions that were summarised, in order. */
  readonly summarised: number[] = [];
  revision = 0;
  summariesInFlight = 0;
  mostSummariesInFlight = 0;
  private readonly tasks: ScriptedTask[] = [];
  private uncorrected = 0;
  private unscored = 0;
  private seenRevision = 0;
  private outages: number;

  constructor(
    readonly conversationId: string,
    private readonly script: ConversationScript = {},
  ) {
    this.outages = script.outages ?? 0;
  }

  /** The activities as plain functions, as a worker needs them. */
  asFunctions(): EntityActivities & LanguageActivities & TaskActivities {
    return {
      takeWork: (request) => this.takeWork(request),
      correctSegments: (run) => this.correctSegments(run),
      summariseConversation: (run) => this.summariseConversation(run),
      scoreMemories: (run) => this.scoreMemories(run),
      endTask: (request) => this.endTask(request),
    };
  }

  /** Ids of the workflows of all tasks so far. */
  get taskWorkflowIds(): readonly string[] {
    return this.tasks.map(({ workflowId }) => workflowId);
  }

  /** Accepts an exchange, without signalling the workflow. */
  addExchange(): void {
    this.revision += 1;
    this.uncorrected += 1;
    this.unscored += 1;
  }

  /** Requests a summary, as through the API. */
  requestSummary(): void {
    this.create('summary', true);
  }

  /** Ids of the running tasks of a type. */
  runningTaskIds(type: TaskType): readonly string[] {
    const running = this.tasks.filter((task) => task.type === type && task.state === 'running');
    return running.map(({ taskId }) => taskId);
  }

  count(entry: string): number {
    return this.log.filter((each) => each === entry).length;
  }

  async takeWork({ known, followed }: TakeWork): Promise<PendingWork> {
    if (this.outages > 0) {
      this.outages -= 1;
      throw ApplicationFailure.retryable('unavailable', 'database_unavailable');
    }
    if (await this.script.isAway?.()) {
      throw ApplicationFailure.nonRetryable('unavailable', 'database_unavailable');
    }
    this.log.push('take');
    if (this.uncorrected > 0) this.create('correction');
    if (this.unscored > 0) this.create('significance');
    [this.uncorrected, this.unscored] = [0, 0];
    if (this.revision > this.seenRevision && !this.hasOpenSummary()) this.create('summary');
    const isKnown = (task: TaskRun) =>
      known.some(({ taskId, attempt }) => taskId === task.taskId && attempt === task.attempt);
    const tasks = this.tasks.filter((task) => task.state === 'pending' && !isKnown(task));
    const isEnded = (id: string) => this.find(id)?.state === 'ended';
    const ended = followed.filter(isEnded);
    return { tasks, more: this.script.alwaysMore ?? false, ended };
  }

  async correctSegments(run: TaskRun): Promise<TaskOutcome> {
    this.taskStarted(run, 'correction');
    await this.waitFor(this.script.correctionGate);
    this.revision += 1;
    return { ...this.taskEnded(run), behind: true };
  }

  async scoreMemories(run: TaskRun): Promise<TaskOutcome> {
    this.taskStarted(run, 'significance');
    return Promise.resolve(this.taskEnded(run));
  }

  async summariseConversation(run: TaskRun): Promise<TaskOutcome> {
    this.taskStarted(run, 'summary');
    this.summariesInFlight += 1;
    this.mostSummariesInFlight = Math.max(this.mostSummariesInFlight, this.summariesInFlight);
    const snapshot = this.revision;
    try {
      await this.waitFor(this.script.summaryGate);
    } finally {
      this.summariesInFlight -= 1;
    }
    this.summarised.push(snapshot);
    this.seenRevision = snapshot;
    return { ...this.taskEnded(run), behind: this.revision > snapshot };
  }

  endTask(request: EndTaskRequest): Promise<void> {
    const type = this.find(request.taskId)?.type;
    this.log.push(`${type} ${request.ending.state}`);
    this.endings.push(request);
    if (type === 'summary') this.seenRevision = this.revision;
    this.taskEnded(request);
    return Promise.resolve();
  }

  private create(type: TaskType, skipsQuietWait = false): void {
    const taskId = `task-${this.conversationId}-${this.tasks.length}`;
    const workflowId = this.workflowIdOf(type, taskId, skipsQuietWait);
    this.tasks.push({
      taskId,
      type,
      attempt: 1,
      workflowId,
      conversationId: this.conversationId,
      clipId: null,
      skipsQuietWait,
      priority: 'interactive',
      total: 1,
      label: null,
      state: 'pending',
    });
  }

  /** As the database decides: what was requested by name has a run of its own. */
  private workflowIdOf(type: TaskType, taskId: string, requested: boolean): string {
    const { conversationId: id, script } = this;
    if (script.sharedRuns && !requested) return entityWorkflowId({ kind: 'conversation', id });
    return workflowIdOf(type, taskId, id);
  }

  private find(id: string): ScriptedTask | undefined {
    return this.tasks.find(({ taskId }) => taskId === id);
  }

  private hasOpenSummary(): boolean {
    return this.tasks.some(({ type, state }) => type === 'summary' && state !== 'ended');
  }

  private taskStarted(run: TaskRun, type: TaskType): void {
    this.log.push(type);
    this.setState(run, 'running');
    if (this.script.failing === type)
      throw ApplicationFailure.nonRetryable('scripted failure', 'internal');
  }

  private taskEnded(run: TaskRun): TaskOutcome {
    this.setState(run, 'ended');
    return NOTHING_BEHIND;
  }

  private setState({ taskId }: TaskRun, state: ScriptedTask['state']): void {
    const task = this.find(taskId);
    if (task) task.state = state;
  }

  private async waitFor(gate: Promise<void> | undefined): Promise<void> {
    if (!gate) return;
    const context = Context.current();
    const timer = setInterval(() => context.heartbeat(), 50);
    try {
      await Promise.race([gate, context.cancelled]);
    } finally {
      clearInterval(timer);
    }
  }
}
