import type { Client } from '@temporalio/client';
import { ENTITIES, ENTITY_KINDS, SEARCH_ATTRIBUTES } from '#contracts/workflows';

/** Shown in the Temporal Web UI. */
const REASON = 'Replaced by a run of the current version; its work is in the database.';

/**
 * Runs of the workflows of entities that a version before 0.2 has started. Their code no longer
 * exists, and their histories do not replay. Nothing is lost with them: the database has their
 * work, the runs of their tasks continue, and `reconcile` signals entities that have work.
 */
export class EarlierEntityRuns {
  constructor(private readonly client: Client) {}

  /**
   * Terminates all such runs that are open.
   * @returns how many there were
   */
  async terminateAll(): Promise<number> {
    let terminated = 0;
    for (const kind of ENTITY_KINDS) {
      // Search attributes had no prefix then.
      const query = `WorkflowType = '${ENTITIES[kind].workflow}' AND ExecutionStatus = 'Running' AND ${SEARCH_ATTRIBUTES.owner.name} IS NULL`;
      for await (const { workflowId, runId } of this.client.workflow.list({ query })) {
        await this.client.workflow.getHandle(workflowId, runId).terminate(REASON);
        terminated += 1;
      }
    }
    return terminated;
  }
}
