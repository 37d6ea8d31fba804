import { firstStepOf, kindOf, sharesRun, type TaskRun } from '#contracts/tasks';
import { isEntityWorkflowId, type EntityTask, type WorkflowStatus } from '#contracts/workflows';

/**
 * How a task runs: `starting` its own run, in its `own` run, `shared` within that of the entity,
 * `waiting` for another run to close, or `followed`, in its own run that an earlier run of the
 * entity has started.
 */
export type RunMode = 'starting' | 'own' | 'shared' | 'waiting' | 'followed';

interface RunningTask {
  readonly task: EntityTask;
  readonly startedAt: string;
  mode: RunMode;
}

/** The running tasks of an entity. */
export class RunningTasks {
  private readonly byId = new Map<string, RunningTask>();
  /** Ids of running tasks that another run waits for, such as that of a retried task. */
  private readonly blockingIds = new Set<string>();

  get count(): number {
    return this.byId.size;
  }

  /** The runs of all tasks. */
  get runs(): readonly TaskRun[] {
    return this.all.map(({ taskId, attempt }) => ({ taskId, attempt }));
  }

  get all(): readonly EntityTask[] {
    return [...this.byId.values()].map(({ task }) => task);
  }

  get isTextChanging(): boolean {
    return this.all.some(({ type }) => kindOf(type).changesText);
  }

  /** The tasks that run in one of these ways. */
  in(...modes: readonly RunMode[]): readonly EntityTask[] {
    const running = [...this.byId.values()].filter(({ mode }) => modes.includes(mode));
    return running.map(({ task }) => task);
  }

  /** @param now milliseconds since the epoch */
  add(task: EntityTask, mode: RunMode, now: number): void {
    this.byId.set(task.taskId, { task, mode, startedAt: new Date(now).toISOString() });
  }

  setMode({ taskId }: EntityTask, mode: RunMode): void {
    const running = this.byId.get(taskId);
    if (running) running.mode = mode;
  }

  /** @returns whether another run has waited for the end of this task */
  remove(taskId: string): boolean {
    this.byId.delete(taskId);
    return this.blockingIds.delete(taskId);
  }

  /**
   * Whether a task has to wait for the end of one that is running: for another attempt of the same
   * task, or for one whose own run has the same workflow id.
   */
  block(task: EntityTask): boolean {
    const blocking = [...this.byId.values()].find(({ task: other }) => conflicts(task, other));
    if (blocking === undefined) return false;
    const { taskId, attempt } = blocking.task;
    if (taskId === task.taskId && attempt === task.attempt) return true;
    // The database has the next task only after the one before it has ended.
    if (blocking.mode === 'followed') this.byId.delete(taskId);
    else this.blockingIds.add(taskId);
    return blocking.mode !== 'followed';
  }

  /** The status of a task within the run of the entity; `null` when no such task is running. */
  statusOf(taskId: string): WorkflowStatus | null {
    const running = this.byId.get(taskId);
    if (running?.mode !== 'shared') return null;
    const { task, startedAt } = running;
    const stage = firstStepOf(task.type);
    return { stage, done: 0, total: null, percent: 0, warnings: [], startedAt };
  }

  /** A line for each task, in Markdown. */
  details(): readonly string[] {
    return [...this.byId.values()].map(({ task: { type, taskId, workflowId }, mode }) => {
      const where = mode === 'shared' ? 'in this run' : workflowId;
      return `- ${type} \`${taskId}\`: ${where}${mode === 'waiting' ? ', waits' : ''}`;
    });
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
