import { Injectable } from '@nestjs/common';
import { Client, Connection } from '@temporalio/client';
import { isEnded } from '#contracts/tasks';
import { STATUS_QUERY, type WorkflowStatus } from '#contracts/workflows';
import type { TaskRecord } from '#store';
import { inTime } from '../../infrastructure/in-time.ts';
import { UNKNOWN_RUN, type TaskRunView } from '../task-view.ts';
import { pendingRetriesOf } from './pending-retries.ts';

/** A query waits for a worker, and a description for Temporal; either may be unavailable. */
const DEADLINE_MS = 1_000;

/** Reads the runs of tasks from Temporal. */
@Injectable()
export class TaskRunReader {
  private readonly reads = new Map<string, Promise<TaskRunView>>();

  constructor(
    private readonly client: Client,
    private readonly connection: Connection,
  ) {}

  /**
   * Reads what is known of the run of a task within a second. Concurrent callers for the same task
   * share one read.
   */
  read(task: TaskRecord): Promise<TaskRunView> {
    // Before its run is known, the workflow id may still refer to the run of an earlier attempt.
    if (isEnded(task.state) || task.runId === null) return Promise.resolve(UNKNOWN_RUN);
    const view = this.reads.get(task.id) ?? this.load(task);
    this.reads.set(task.id, view);
    return view;
  }

  /** Whether a worker answers for the run of a task within a second. */
  async isAnswered(task: TaskRecord): Promise<boolean> {
    if (isEnded(task.state) || task.runId === null) return false;
    return (await this.statusOf(task)) !== null;
  }

  /** The query fails without a worker, and the description does not, so they are independent. */
  private async load(task: TaskRecord): Promise<TaskRunView> {
    const { id, workflowId } = task;
    const handle = this.client.workflow.getHandle(workflowId);
    const [status, retries] = await Promise.all([
      this.statusOf(task),
      this.answerOf(async () => pendingRetriesOf(await handle.describe())),
    ]);
    this.reads.delete(id);
    return { status, retries };
  }

  private statusOf({ workflowId }: TaskRecord): Promise<WorkflowStatus | null> {
    const handle = this.client.workflow.getHandle(workflowId);
    return this.answerOf(() => handle.query<WorkflowStatus>(STATUS_QUERY));
  }

  private answerOf<Answer>(call: () => Promise<Answer>): Promise<Answer | null> {
    const answer = this.connection.withDeadline(Date.now() + DEADLINE_MS, call);
    return inTime(DEADLINE_MS, answer).catch(() => null);
  }
}
