import { Injectable } from '@nestjs/common';
import { Client, Connection } from '@temporalio/client';
import { isEnded } from '#contracts/tasks';
import { STATUS_QUERY, type WorkflowStatus } from '#contracts/workflows';
import type { TaskRecord } from '#store';
import { inTime } from '#platform';
import { UNKNOWN_RUN, type TaskRunView } from '../task-view.ts';
import { pendingRetriesOf } from './pending-retries.ts';

/** A query waits for a worker, and a description for Temporal; either may be unavailable. */
const DEADLINE_MS = 1_000;
/**
 * A read is reused for this time. It costs the processors about 15 ms, because it wakes the workflow;
 * a client that polls a task must not take them from its work.
 */
const REUSE_MS = 500;

/** Reads the runs of tasks from Temporal. */
@Injectable()
export class TaskRunReader {
  private readonly reads = new Map<string, Promise<TaskRunView>>();

  constructor(
    private readonly client: Client,
    private readonly connection: Connection,
  ) {}

  /**
   * Reads what is known of the run of a task within a second. Callers for the same run of a task
   * share a read, also for half a second after it.
   */
  read(task: TaskRecord): Promise<TaskRunView> {
    if (!hasKnownRun(task)) return Promise.resolve(UNKNOWN_RUN);
    // Several tasks may share a run.
    const run = `${task.id} ${task.workflowId} ${task.runId}`;
    const view = this.reads.get(run) ?? this.load(task);
    if (!this.reads.has(run)) this.keep(run, view);
    return view;
  }

  /** Whether a worker answers for the run of a task within a second. */
  async isAnswered(task: TaskRecord): Promise<boolean> {
    return hasKnownRun(task) && (await this.statusOf(task)) !== null;
  }

  /** The query fails without a worker, and the description does not, so they are independent. */
  private async load(task: TaskRecord): Promise<TaskRunView> {
    const [status, retries] = await Promise.all([
      this.statusOf(task),
      this.answerOf(async () => pendingRetriesOf(task, await this.handleOf(task).describe())),
    ]);
    return { status, retries };
  }

  private keep(run: string, view: Promise<TaskRunView>): void {
    this.reads.set(run, view);
    const forget = () => setTimeout(() => this.reads.delete(run), REUSE_MS).unref();
    void view.finally(forget).catch(() => undefined);
  }

  private statusOf(task: TaskRecord): Promise<WorkflowStatus | null> {
    return this.answerOf(() =>
      this.handleOf(task).query<WorkflowStatus | null, [string]>(STATUS_QUERY, task.id),
    );
  }

  private handleOf({ workflowId }: TaskRecord) {
    return this.client.workflow.getHandle(workflowId);
  }

  private answerOf<Answer>(call: () => Promise<Answer>): Promise<Answer | null> {
    const answer = this.connection.withDeadline(Date.now() + DEADLINE_MS, call);
    return inTime(DEADLINE_MS, answer).catch(() => null);
  }
}

/** Before its run is known, the workflow id may still refer to the run of an earlier attempt. */
function hasKnownRun({ state, runId }: TaskRecord): boolean {
  return !isEnded(state) && runId !== null;
}
