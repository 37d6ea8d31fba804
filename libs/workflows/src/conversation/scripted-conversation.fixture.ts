import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { workflowIdOf, type TaskRun, type TaskType } from '#contracts/tasks';
import type {
  EntityActivities,
  EndTaskRequest,
  LanguageActivities,
  TaskOutcome,
  TaskActivities,
  EntityTask,
  PendingWork,
} from '#contracts/workflows';

/** What a test wants to happen differently. */
export interface ConversationScript {
  /** Corrections wait for it. */
  readonly correctionGate?: Promise<void>;
  /** Summaries wait for it, after their snapshot. */
  readonly summaryGate?: Promise<void>;
  /** Stages that fail for good. */
  readonly failing?: TaskType;
  /** Every look leaves something untaken, as when more recordings wait than are started at once. */
  readonly alwaysMore?: boolean;
  /** How often the database is away before it answers. */
  readonly absences?: number;
}

type ScriptedTask = EntityTask & { state: 'pending' | 'running' | 'ended' };

const NOTHING_BEHIND: TaskOutcome = { kind: 'done', done: 1, warnings: [], behind: false };

/**
 * A conversation of a test, with the activities that work on it: what the database would know is
 * kept here by the same rules, and everything that is done is written down.
 */
export class ScriptedConversation implements EntityActivities, LanguageActivities, TaskActivities {
  readonly log: string[] = [];
  readonly endings: EndTaskRequest[] = [];
  /** Revisions that summaries were made of, in their order. */
  readonly summarised: number[] = [];
  revision = 0;
  summariesInFlight = 0;
  mostSummariesInFlight = 0;
  private readonly tasks: ScriptedTask[] = [];
  private uncorrected = 0;
  private unscored = 0;
  private seenRevision = 0;
  private absences: number;

  constructor(
    readonly conversationId: string,
    private readonly script: ConversationScript = {},
  ) {
    this.absences = script.absences ?? 0;
  }

  /** As a worker wants them: plain functions. */
  asFunctions(): EntityActivities & LanguageActivities & TaskActivities {
    return {
      takeWork: () => this.takeWork(),
      correctSegments: (run) => this.correctSegments(run),
      summariseConversation: (run) => this.summariseConversation(run),
      scoreMemories: (run) => this.scoreMemories(run),
      endTask: (request) => this.endTask(request),
    };
  }

  /** An exchange is accepted; somebody else signals the workflow. */
  addExchange(): void {
    this.revision += 1;
    this.uncorrected += 1;
    this.unscored += 1;
  }

  /** Somebody asks for a summary now. */
  askForSummary(): void {
    this.create('summary', true);
  }

  count(entry: string): number {
    return this.log.filter((each) => each === entry).length;
  }

  takeWork(): Promise<PendingWork> {
    if (this.absences > 0) {
      this.absences -= 1;
      throw ApplicationFailure.create({ type: 'database_unavailable', message: 'away' });
    }
    this.log.push('take');
    if (this.uncorrected > 0) this.create('correction');
    if (this.unscored > 0) this.create('significance');
    [this.uncorrected, this.unscored] = [0, 0];
    if (this.revision > this.seenRevision && !this.hasOpenSummary()) this.create('summary');
    const tasks = this.tasks.filter(({ state }) => state === 'pending');
    return Promise.resolve({ tasks, more: this.script.alwaysMore ?? false });
  }

  async correctSegments(run: TaskRun): Promise<TaskOutcome> {
    this.begin(run, 'correction');
    await this.pass(this.script.correctionGate);
    this.revision += 1;
    return { ...this.end(run), behind: true };
  }

  async scoreMemories(run: TaskRun): Promise<TaskOutcome> {
    this.begin(run, 'significance');
    return Promise.resolve(this.end(run));
  }

  async summariseConversation(run: TaskRun): Promise<TaskOutcome> {
    this.begin(run, 'summary');
    this.summariesInFlight += 1;
    this.mostSummariesInFlight = Math.max(this.mostSummariesInFlight, this.summariesInFlight);
    const snapshot = this.revision;
    try {
      await this.pass(this.script.summaryGate);
    } finally {
      this.summariesInFlight -= 1;
    }
    this.summarised.push(snapshot);
    this.seenRevision = snapshot;
    return { ...this.end(run), behind: this.revision > snapshot };
  }

  endTask(request: EndTaskRequest): Promise<void> {
    const type = this.tasks.find(({ taskId }) => taskId === request.taskId)?.type;
    this.log.push(`${type} ${request.ending.state}`);
    this.endings.push(request);
    if (type === 'summary') this.seenRevision = this.revision;
    this.end(request);
    return Promise.resolve();
  }

  private create(type: TaskType, skipsQuietWait = false): void {
    const taskId = `task-${this.conversationId}-${this.tasks.length}`;
    const workflowId = workflowIdOf(type, taskId, this.conversationId);
    this.tasks.push({
      taskId,
      type,
      attempt: 1,
      workflowId,
      conversationId: this.conversationId,
      clipId: null,
      skipsQuietWait,
      priority: 'interactive',
      state: 'pending',
    });
  }

  private hasOpenSummary(): boolean {
    return this.tasks.some(({ type, state }) => type === 'summary' && state !== 'ended');
  }

  private begin(run: TaskRun, type: TaskType): void {
    this.log.push(type);
    this.stateOf(run, 'running');
    if (this.script.failing === type) throw ApplicationFailure.nonRetryable('no', 'internal');
  }

  private end(run: TaskRun): TaskOutcome {
    this.stateOf(run, 'ended');
    return NOTHING_BEHIND;
  }

  private stateOf({ taskId }: TaskRun, state: ScriptedTask['state']): void {
    const task = this.tasks.find((each) => each.taskId === taskId);
    if (task) task.state = state;
  }

  private async pass(gate: Promise<void> | undefined): Promise<void> {
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
