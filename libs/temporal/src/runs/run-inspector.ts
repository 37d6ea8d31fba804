import { WorkflowNotFoundError, type Client, type ConnectionLike } from '@temporalio/client';
import type { RunClosing, TaskRun } from '#contracts/tasks';
import { isRunOf } from '#contracts/workflows';
import type { RunState } from '#domain';
import { withinDeadline } from '../within-deadline.ts';

/** Identifies the run of a task; `runId` is `null` while it is unknown. */
export interface RunLookup extends TaskRun {
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

/** Reads the state of runs from Temporal. */
export class RunInspector {
  constructor(
    private readonly client: Client,
    private readonly connection: ConnectionLike,
  ) {}

  /**
   * The state of a task's current run. A workflow that was reset or continued as new keeps its
   * workflow id and has another run id. The workflow id may also have passed to the run of a later
   * task; then the run is looked up by its own run id.
   * @returns `missing` when there is no such run
   * @throws any other error of the call to Temporal
   */
  async inspect(lookup: RunLookup): Promise<RunState> {
    const latest = await this.describe(lookup.workflowId);
    if (latest === null) return MISSING;
    if (isRunOf(latest.memo, lookup)) return stateOf(latest.status, latest.runId);
    if (lookup.runId === null) return MISSING;
    const own = await this.describe(lookup.workflowId, lookup.runId);
    return own === null ? MISSING : stateOf(own.status, own.runId);
  }

  /** Whether a workflow is running. @throws any error of Temporal, except that there is none */
  async isRunning(workflowId: string): Promise<boolean> {
    const latest = await this.describe(workflowId);
    return latest?.status === 'RUNNING';
  }

  private async describe(workflowId: string, runId?: string) {
    try {
      const { memo, status, ...rest } = await withinDeadline(this.connection, () =>
        this.client.workflow.getHandle(workflowId, runId).describe(),
      );
      return { memo, status: status.name, runId: rest.runId };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    }
  }
}

/** Another status, such as continued as new, says nothing about the end of the task. */
function stateOf(status: string, runId: string): RunState {
  if (status === 'RUNNING') return { kind: 'running', runId };
  const closing = CLOSINGS[status];
  return closing === undefined ? MISSING : { kind: 'closed', closing };
}
