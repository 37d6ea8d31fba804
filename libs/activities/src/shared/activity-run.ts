import { activityInfo } from '@temporalio/activity';

/** The run id of the workflow of the current activity; `''` when it has none. */
export function workflowRunId(): string {
  return activityInfo().workflowExecution?.runId ?? '';
}
