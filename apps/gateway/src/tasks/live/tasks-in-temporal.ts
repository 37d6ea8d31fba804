import { Injectable } from '@nestjs/common';
import { Client, Connection, type WorkflowExecutionInfo } from '@temporalio/client';
import type { TaskQuery } from '#contracts/api';
import { isTaskType, type TaskState } from '#contracts/tasks';
import { priorityOfKey, SEARCH_ATTRIBUTES } from '#contracts/workflows';
import type { TaskRecord } from '#store';
import { inTime } from '#platform';
import { SharedTasksInTemporal } from './shared-tasks-in-temporal.ts';
import { conditionsOf, quoted, UNKNOWN_TASK } from './temporal-tasks.ts';

const DEADLINE_MS = 1_000;
const { taskType, task, owner, conversation } = SEARCH_ATTRIBUTES;

/** Task states by the status of a closed run; the errors are in the database. */
const STATES: Readonly<Record<string, TaskState>> = {
  RUNNING: 'running',
  COMPLETED: 'completed',
  FAILED: 'failed',
  TERMINATED: 'failed',
  CANCELLED: 'cancelled',
  TIMED_OUT: 'timedOut',
};
/**
 * Tasks as Temporal alone knows them, while the database is unavailable: whether they run and how
 * they ended, but not the pending work of conversations or the cause of a failure.
 */
@Injectable()
export class TasksInTemporal {
  constructor(
    private readonly client: Client,
    private readonly connection: Connection,
    private readonly shared: SharedTasksInTemporal,
  ) {}

  /** The latest run of a task; `null` when there is none, or Temporal does not answer in a second. */
  async find(id: string): Promise<TaskRecord | null> {
    const [found] = (await this.inTime(() => this.findRun(id))) ?? [];
    return found ?? null;
  }

  /** One page, newest first; `null` when Temporal does not answer within a second. */
  list(query: TaskQuery): Promise<readonly TaskRecord[] | null> {
    return this.inTime(async () => {
      const [own, shared] = await Promise.all([
        this.search([...conditionsOf(query), `${task.name} IS NOT NULL`], query.limit),
        this.shared.list(query),
      ]);
      return [...own, ...shared].sort(newestFirst).slice(0, query.limit);
    });
  }

  private async findRun(id: string): Promise<readonly TaskRecord[]> {
    const own = await this.search([`${task.name} = ${quoted(id)}`], 1);
    return own.length > 0 ? own : this.shared.list({}, id);
  }

  private async search(conditions: readonly string[], limit: number): Promise<TaskRecord[]> {
    const query = conditions.join(' AND ');
    const records: TaskRecord[] = [];
    for await (const run of this.client.workflow.list({ query, pageSize: limit })) {
      records.push(...recordOf(run));
      if (records.length >= limit) break;
    }
    return records;
  }

  private inTime<Found>(find: () => Promise<Found>): Promise<Found | null> {
    const found = this.connection.withDeadline(Date.now() + DEADLINE_MS, find);
    return inTime(DEADLINE_MS, found).catch(() => null);
  }
}

function newestFirst(a: TaskRecord, b: TaskRecord): number {
  return b.createdAt.getTime() - a.createdAt.getTime();
}

/** The task of a run; empty when the run does not belong to a task. */
function recordOf(run: WorkflowExecutionInfo): readonly TaskRecord[] {
  const { typedSearchAttributes: attributes, memo, priority } = run;
  const [id, type] = [attributes.get(task), attributes.get(taskType)];
  if (id === undefined || !isTaskType(type)) return [];
  const state = STATES[run.status.name] ?? 'running';
  return [
    {
      ...UNKNOWN_TASK,
      ...{ id, type, state },
      ownerId: attributes.get(owner) ?? '',
      conversationId: attributes.get(conversation) ?? null,
      attempt: Number(memo?.['attempt'] ?? 1),
      priority: priorityOfKey(priority?.priorityKey),
      workflowId: run.workflowId,
      runId: run.runId,
      createdAt: run.startTime,
      startedAt: run.startTime,
      endedAt: run.closeTime ?? null,
    },
  ];
}
