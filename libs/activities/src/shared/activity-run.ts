import { activityInfo } from '@temporalio/activity';

/** The run of the workflow that the present activity works for; `''` outside of one. */
export function workflowRunId(): string {
  return activityInfo().workflowExecution?.runId ?? '';
}
