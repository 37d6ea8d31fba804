import type { WorkflowSignalWithStartOptions } from '@temporalio/client';
import { TypedSearchAttributes, type WithWorkflowArgs } from '@temporalio/common';
import type { TaskQueue } from '#contracts/model';
import {
  entityDefinitionOf,
  entityWorkflowId,
  priorityOf,
  SEARCH_ATTRIBUTES,
  WORK_SIGNAL,
  type EntityInput,
  type WorkSignal,
} from '#contracts/workflows';
import type { Config } from '#platform';
import { runSettingsOf } from '../run-settings.ts';

const QUEUE: TaskQueue = 'orchestration';

/** The workflow of any entity. */
export type EntityWorkflow = (input: EntityInput) => Promise<void>;

/** How the workflow of an entity is signalled, and started if it does not run. */
export function entitySignalOptions(
  { kind, id, ownerId }: WorkSignal,
  config: Config,
): WithWorkflowArgs<EntityWorkflow, WorkflowSignalWithStartOptions> {
  const { workflow, searchAttribute } = entityDefinitionOf(kind);
  return {
    workflowId: entityWorkflowId({ kind, id }),
    taskQueue: QUEUE,
    args: [inputOf(id, ownerId, config)],
    signal: WORK_SIGNAL,
    signalArgs: [],
    typedSearchAttributes: new TypedSearchAttributes([
      { key: SEARCH_ATTRIBUTES.taskType, value: workflow },
      { key: SEARCH_ATTRIBUTES.owner, value: ownerId },
      ...(searchAttribute === null ? [] : [{ key: searchAttribute, value: id }]),
    ]),
    staticSummary: `${kind} ${id} of ${ownerId}`,
    // It works on nothing itself; what it starts has the priority of its task.
    priority: priorityOf('interactive', ownerId),
  };
}

function inputOf(id: string, ownerId: string, config: Config): EntityInput {
  const { quiet, entityIdleMs } = config.tasks;
  return { id, ownerId, quiet, idleMs: entityIdleMs, run: runSettingsOf(config) };
}
