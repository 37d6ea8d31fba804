import { Injectable } from '@nestjs/common';
import { Client, Connection } from '@temporalio/client';
import { isEnded } from '#contracts/tasks';
import { STATUS_QUERY, type WorkflowStatus } from '#contracts/workflows';
import type { TaskRecord } from '#store';
import { inTime } from '../../infrastructure/in-time.ts';

/** A query waits for a worker, and there may be none. */
const DEADLINE_MS = 1_000;

/** Asks running workflows how far they are. */
@Injectable()
export class WorkflowStatusReader {
  private readonly asking = new Map<string, Promise<WorkflowStatus | null>>();

  constructor(
    private readonly client: Client,
    private readonly connection: Connection,
  ) {}

  /**
   * What the run of a task says about itself within a second. Whoever asks about the same task in
   * the meantime gets the same answer.
   * @returns `null` when there is no run, no worker, or no Temporal
   */
  read(task: TaskRecord): Promise<WorkflowStatus | null> {
    // Before its run is known, the workflow id may still lead to the run of an earlier attempt.
    if (isEnded(task.state) || task.runId === null) return Promise.resolve(null);
    const asked = this.asking.get(task.id) ?? this.ask(task);
    this.asking.set(task.id, asked);
    return asked;
  }

  private ask({ id, workflowId }: TaskRecord): Promise<WorkflowStatus | null> {
    const query = this.connection.withDeadline(Date.now() + DEADLINE_MS, () =>
      this.client.workflow.getHandle(workflowId).query<WorkflowStatus>(STATUS_QUERY),
    );
    return inTime(DEADLINE_MS, query)
      .catch(() => null)
      .finally(() => this.asking.delete(id));
  }
}
