import { Injectable } from '@nestjs/common';
import { Client, Connection, type WorkflowExecutionInfo } from '@temporalio/client';
import type { TaskQuery } from '#contracts/api';
import { isTaskType, type TaskState } from '#contracts/tasks';
import { SEARCH_ATTRIBUTES } from '#contracts/workflows';
import type { TaskRecord } from '#store';
import { inTime } from '#platform';

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
const STATUSES: Readonly<Record<TaskState, string>> = {
  pending: 'Running',
  running: 'Running',
  cancelling: 'Running',
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Canceled',
  timedOut: 'TimedOut',
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
  ) {}

  /**
   * The latest run of a task; `null` when there is none, or Temporal does not answer in a second.
   */
  async find(id: string): Promise<TaskRecord | null> {
    const [found] = (await this.search(`${task.name} = ${quoted(id)}`, 1)) ?? [];
    return found ?? null;
  }

  /** One page, newest first; `null` when Temporal does not answer within a second. */
  list(query: TaskQuery): Promise<readonly TaskRecord[] | null> {
    const wanted = [
      query.type && `${taskType.name} = ${quoted(query.type)}`,
      query.ownerId && `${owner.name} = ${quoted(query.ownerId)}`,
      query.conversationId && `${conversation.name} = ${quoted(query.conversationId)}`,
      query.state && `ExecutionStatus = ${quoted(STATUSES[query.state])}`,
      `${task.name} IS NOT NULL`,
    ].filter((condition) => condition !== undefined);
    return this.search(wanted.join(' AND '), query.limit);
  }

  private async search(query: string, limit: number): Promise<readonly TaskRecord[] | null> {
    const found = this.connection.withDeadline(Date.now() + DEADLINE_MS, async () => {
      const records: TaskRecord[] = [];
      for await (const run of this.client.workflow.list({ query, pageSize: limit })) {
        records.push(...recordOf(run));
        if (records.length >= limit) break;
      }
      return records;
    });
    return inTime(DEADLINE_MS, found).catch(() => null);
  }
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** The task of a run; empty when the run does not belong to a task. */
function recordOf(run: WorkflowExecutionInfo): readonly TaskRecord[] {
  const { typedSearchAttributes: attributes, memo, priority } = run;
  const [id, type] = [attributes.get(task), attributes.get(taskType)];
  if (id === undefined || !isTaskType(type)) return [];
  const state = STATES[run.status.name] ?? 'running';
  return [
    {
      ...UNKNOWN,
      ...{ id, type, state },
      ownerId: attributes.get(owner) ?? '',
      conversationId: attributes.get(conversation) ?? null,
      attempt: Number(memo?.['attempt'] ?? 1),
      priority: (priority?.priorityKey ?? 0) > 3 ? 'batch' : 'interactive',
      workflowId: run.workflowId,
      runId: run.runId,
      createdAt: run.startTime,
      startedAt: run.startTime,
      endedAt: run.closeTime ?? null,
    },
  ];
}

/** Values for the fields that only the database has. */
const UNKNOWN = {
  clipId: null,
  step: null,
  skipsQuietWait: false,
  entityKind: null,
  entityId: null,
  settings: {},
  retry: null,
  done: 0,
  total: null,
  plannedToMs: 0,
  warnings: [],
  error: null,
  firstRunId: null,
  reopenings: 0,
  version: 0,
} as const satisfies Partial<TaskRecord>;
