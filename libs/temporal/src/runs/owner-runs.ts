import { setTimeout as sleep } from 'node:timers/promises';
import {
  isGrpcServiceError,
  WorkflowNotFoundError,
  type Client,
  type ConnectionLike,
} from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '#contracts/workflows';
import { AppError } from '#platform';
import { withinDeadline } from '../within-deadline.ts';

const REASON = 'Everything of the owner is being erased.';
const NOT_FOUND = 5;
const POLL_MS = 500;
/**
 * Temporal deletes a closed execution when its queues have settled what closed it, which takes half a
 * minute or two.
 */
const LONGEST_DELETION_MS = 10 * 60_000;

/** Identifies an execution. */
interface Execution {
  readonly workflowId: string;
  readonly runId: string;
}

/** The executions of an owner in Temporal: those of tasks and of entities, open or closed. */
export class OwnerRuns {
  constructor(
    private readonly client: Client,
    private readonly connection: ConnectionLike,
  ) {}

  /** Terminates those that are open. One that has ended meanwhile does no harm. */
  async terminateAll(ownerId: string, signal: AbortSignal): Promise<void> {
    const query = `${ofOwner(ownerId)} AND ExecutionStatus = 'Running'`;
    for await (const { workflowId, runId } of this.client.workflow.list({ query })) {
      signal.throwIfAborted();
      await this.client.workflow
        .getHandle(workflowId, runId)
        .terminate(REASON)
        .catch(ignoreMissing);
    }
  }

  /**
   * Deletes all of them with their histories, and waits until Temporal lists none.
   * @returns how many there were
   * @throws AppError `temporal_unavailable` when it lists some for long; the abort reason
   */
  async removeAll(ownerId: string, signal: AbortSignal): Promise<number> {
    const removed = new Set<string>();
    for (const deadline = performance.now() + LONGEST_DELETION_MS; ;) {
      const before = removed.size;
      const listed = await this.removeListed(ownerId, removed, signal);
      if (listed === 0) return removed.size;
      if (removed.size === before && performance.now() > deadline) throw notDeleted(listed);
      await sleep(POLL_MS, undefined, { signal });
    }
  }

  /** @returns how many are listed */
  private async removeListed(
    ownerId: string,
    removed: Set<string>,
    signal: AbortSignal,
  ): Promise<number> {
    let listed = 0;
    for await (const run of this.client.workflow.list({ query: ofOwner(ownerId) })) {
      signal.throwIfAborted();
      listed += 1;
      if (removed.has(run.runId)) continue;
      await this.remove(run);
      removed.add(run.runId);
    }
    return listed;
  }

  /** One that is running is terminated by that. */
  private async remove({ workflowId, runId }: Execution): Promise<void> {
    const { workflowService, options } = this.client;
    await withinDeadline(this.connection, () =>
      workflowService.deleteWorkflowExecution({
        namespace: options.namespace,
        workflowExecution: { workflowId, runId },
      }),
    ).catch(ignoreMissing);
  }
}

function ofOwner(ownerId: string): string {
  return `${SEARCH_ATTRIBUTES.owner.name} = '${ownerId.replaceAll("'", "''")}'`;
}

function ignoreMissing(error: unknown): void {
  if (error instanceof WorkflowNotFoundError) return;
  const code: number | null = isGrpcServiceError(error) ? error.code : null;
  if (code === NOT_FOUND) return;
  throw error;
}

function notDeleted(listed: number): AppError {
  const message = `Temporal still lists ${listed} executions that were deleted.`;
  return new AppError('temporal_unavailable', message);
}
