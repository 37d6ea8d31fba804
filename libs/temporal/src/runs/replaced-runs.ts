import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '#contracts/workflows';

/** Shown in the Temporal Web UI. */
const REASON = 'A backup was restored. Open work starts again from the restored data.';

/**
 * Runs of tasks and entities that were started for data that a restore has replaced. Recurring
 * workflows have no task type and go on.
 */
export class ReplacedRuns {
  constructor(private readonly client: Client) {}

  /**
   * Terminates all that are open. One that Temporal does not list yet does no harm: its tasks have
   * other attempts now, so it ends without writing.
   * @param workflowId the restore itself, which goes on
   * @returns how many there were
   */
  async terminateAllBut(workflowId: string): Promise<number> {
    const query = `${SEARCH_ATTRIBUTES.taskType.name} IS NOT NULL AND ExecutionStatus = 'Running'`;
    let terminated = 0;
    for await (const run of this.client.workflow.list({ query })) {
      if (run.workflowId === workflowId) continue;
      if (await this.terminate(run.workflowId, run.runId)) terminated += 1;
    }
    return terminated;
  }

  private async terminate(workflowId: string, runId: string): Promise<boolean> {
    try {
      await this.client.workflow.getHandle(workflowId, runId).terminate(REASON);
      return true;
    } catch (error) {
      // It has ended by itself.
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }
}
