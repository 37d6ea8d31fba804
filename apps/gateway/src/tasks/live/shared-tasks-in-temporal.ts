import { Injectable } from '@nestjs/common';
import { Client, type WorkflowExecutionDescription } from '@temporalio/client';
import type { TaskQuery } from '#contracts/api';
import { isEnded, isTaskType, sharesRun, type SharedRunTaskType } from '#contracts/tasks';
import {
  ENTITIES,
  ENTITY_KINDS,
  priorityOfKey,
  SEARCH_ATTRIBUTES,
  SHARED_RUN_ACTIVITIES,
  sharedRunOf,
} from '#contracts/workflows';
import type { TaskRecord } from '#store';
import { conditionsOf, quoted, UNKNOWN_TASK } from './temporal-tasks.ts';

/** The runs that are described at most; each takes Temporal about a millisecond. */
const RUNS = 200;

type PendingActivity = NonNullable<
  WorkflowExecutionDescription['raw']['pendingActivities']
>[number];

/**
 * The tasks that are running within the runs of entities, by the pending activities of those runs.
 * Their ends are in the database only.
 */
@Injectable()
export class SharedTasksInTemporal {
  constructor(private readonly client: Client) {}

  /**
   * The running tasks that match a query, or the one with this id.
   * @throws the error of the call to Temporal
   */
  async list(query: Partial<TaskQuery>, id?: string): Promise<readonly TaskRecord[]> {
    if (query.state !== undefined && isEnded(query.state)) return [];
    const ids: string[] = [];
    for await (const run of this.client.workflow.list({ query: openRuns(query) })) {
      ids.push(run.workflowId);
      if (ids.length === RUNS) break;
    }
    const handles = ids.map((each) => this.client.workflow.getHandle(each));
    const runs = await Promise.all(handles.map((handle) => handle.describe()));
    const tasks = runs.flatMap(tasksOf);
    const { type = null } = query;
    return tasks.filter(
      (task) => (type === null || task.type === type) && (id === undefined || task.id === id),
    );
  }
}

function openRuns(query: Partial<TaskQuery>): string {
  const kinds = ENTITY_KINDS.map((kind) => quoted(ENTITIES[kind].workflow)).join(', ');
  const { ownerId, conversationId, projectId } = query;
  const { taskType } = SEARCH_ATTRIBUTES;
  return [
    `${taskType.name} IN (${kinds})`,
    ...conditionsOf({ ownerId, conversationId, projectId, state: 'running' }),
  ].join(' AND ');
}

function tasksOf(run: WorkflowExecutionDescription): readonly TaskRecord[] {
  return (run.raw.pendingActivities ?? []).flatMap((activity) => taskOf(activity, run));
}

function taskOf(
  activity: PendingActivity,
  { workflowId, runId, typedSearchAttributes: attributes }: WorkflowExecutionDescription,
): readonly TaskRecord[] {
  const { activityId, activityType, priority } = activity;
  const [run, type] = [sharedRunOf(activityId ?? ''), TYPES.get(activityType?.name ?? '')];
  if (run === null || type === undefined) return [];
  const startedAt = dateOf(activity.scheduledTime ?? activity.lastStartedTime);
  return [
    {
      ...UNKNOWN_TASK,
      ...{ id: run.taskId, attempt: run.attempt, type, workflowId, runId },
      state: 'running',
      ownerId: attributes.get(SEARCH_ATTRIBUTES.owner) ?? '',
      conversationId: attributes.get(SEARCH_ATTRIBUTES.conversation) ?? null,
      priority: priorityOfKey(priority?.priorityKey),
      ...{ createdAt: startedAt, startedAt, endedAt: null },
    },
  ];
}

/** Task types by the names of their activities. */
const TYPES: ReadonlyMap<string, SharedRunTaskType> = new Map(
  Object.entries(SHARED_RUN_ACTIVITIES).flatMap(([type, activity]) =>
    isTaskType(type) && sharesRun(type) ? [[activity, type] as const] : [],
  ),
);

function dateOf(time: PendingActivity['scheduledTime']): Date {
  return new Date(Number(time?.seconds?.toString() ?? 0) * 1_000 + (time?.nanos ?? 0) / 1e6);
}
