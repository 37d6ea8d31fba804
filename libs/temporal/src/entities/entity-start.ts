import type { WorkflowSignalWithStartOptions } from '@temporalio/client';
import { TypedSearchAttributes, type WithWorkflowArgs } from '@temporalio/common';
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
import { WORKFLOW_QUEUE } from '../workflow-queue.ts';

/** The signature of every entity workflow. */
export type EntityWorkflow = (input: EntityInput) => Promise<void>;

/** The options that signal the workflow of an entity, and start it if it is not running. */
export function entitySignalOptions(
  { kind, id, ownerId }: WorkSignal,
  config: Config,
): WithWorkflowArgs<EntityWorkflow, WorkflowSignalWithStartOptions> {
  const { workflow, searchAttribute } = entityDefinitionOf(kind);
  return {
    workflowId: entityWorkflowId({ kind, id }),
    taskQueue: WORKFLOW_QUEUE,
    args: [inputOf(id, ownerId, config)],
    signal: WORK_SIGNAL,
    signalArgs: [],
    typedSearchAttributes: new TypedSearchAttributes([
      { key: SEARCH_ATTRIBUTES.taskType, value: workflow },
      { key: SEARCH_ATTRIBUTES.owner, value: ownerId },
      ...(searchAttribute === null ? [] : [{ key: searchAttribute, value: id }]),
    ]),
    staticSummary: `${kind} · ${ownerId}`,
    staticDetails: `- [open the page](${config.pageUrl}/${kind}s/${id})\n- ${kind}: \`${id}\``,
    // For its own steps only: runs and activities that it starts have the priority of their task.
    priority: priorityOf('interactive', ownerId),
  };
}

function inputOf(id: string, ownerId: string, config: Config): EntityInput {
  const { quiet, entityIdleMs } = config.tasks;
  return { id, ownerId, quiet, idleMs: entityIdleMs, run: runSettingsOf(config) };
}
