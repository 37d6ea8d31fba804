import { WorkflowNotFoundError, type Client, type ConnectionLike } from '@temporalio/client';
import type { RunClosing, TaskRun } from '#contracts/tasks';
import { isRunOf } from '#contracts/workflows';
import type { RunState } from '#domain';
import { DELIVERY_DEADLINE_MS } from '../delivery/delivery-terms.ts';

/** Names the run of a task, as far as it is known. */
export interface SoughtRun extends TaskRun {
  readonly workflowId: string;
  readonly runId: string | null;
}

const CLOSINGS: Readonly<Record<string, RunClosing>> = {
  COMPLETED: 'completed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
  TERMINATED: 'terminated',
  TIMED_OUT: 'timedOut',
};

const MISSING: RunState = { kind: 'missing' };

/** Asks Temporal what became of runs. */
export class RunInspector {
  constructor(
    private readonly client: Client,
    private readonly connection: ConnectionLike,
  ) {}

  /**
   * The present run of a task. A workflow that was reset or continues as new bears its id with another
   * run id; the id may also be that of a later task's run, and then it is asked for its own.
   * @throws whatever Temporal answered, but that there is no such run
   */
  async inspect(sought: SoughtRun): Promise<RunState> {
    const latest = await this.describe(sought.workflowId);
    if (latest === null) return MISSING;
    if (isRunOf(latest.memo, sought)) return stateOf(latest.status, latest.runId);
    if (sought.runId === null) return MISSING;
    const own = await this.describe(sought.workflowId, sought.runId);
    return own === null ? MISSING : stateOf(own.status, own.runId);
  }

  /** Whether a workflow is running. */
  async isRunning(workflowId: string): Promise<boolean> {
    const latest = await this.describe(workflowId);
    return latest?.status === 'RUNNING';
  }

  private async describe(workflowId: string, runId?: string) {
    try {
      const { memo, status, ...rest } = await this.connection.withDeadline(
        Date.now() + DELIVERY_DEADLINE_MS,
        () => this.client.workflow.getHandle(workflowId, runId).describe(),
      );
      return { memo, status: status.name, runId: rest.runId };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    }
  }
}

/** A run that was continued elsewhere without a trace says nothing of its end. */
function stateOf(status: string, runId: string): RunState {
  if (status === 'RUNNING') return { kind: 'running', runId };
  const closing = CLOSINGS[status];
  return closing === undefined ? MISSING : { kind: 'closed', closing };
}
