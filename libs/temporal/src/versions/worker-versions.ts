import type { Client, ConnectionLike } from '@temporalio/client';
import { shouldBecomeCurrent, type KnownVersion } from '#domain';
import { withinDeadline } from '../within-deadline.ts';
import { servedVersions } from './served-versions.ts';

/** The gRPC status NOT_FOUND. */
const NOT_FOUND = 5;

/** The versions of a deployment of workers. */
interface Deployment {
  readonly current: string | null;
  readonly known: readonly KnownVersion[];
}

/** Decides which version new runs start with, and moves runs of retired versions to it. */
export class WorkerVersions {
  /**
   * @param deploymentName shared by all workers of an installation
   * @param served lists the build ids of versions that a worker serves now
   */
  constructor(
    private readonly client: Client,
    private readonly connection: ConnectionLike,
    private readonly namespace: string,
    private readonly deploymentName: string,
    private readonly served = servedVersions(connection, namespace),
  ) {}

  /**
   * Makes a version the current one, if {@link shouldBecomeCurrent} says so.
   * @returns false while Temporal does not know the version, as just before its worker's first poll
   */
  async offer(buildId: string): Promise<boolean> {
    const deployment = await this.describe();
    if (deployment === null || !deployment.known.some((each) => each.buildId === buildId)) {
      return false;
    }
    const served = await this.served();
    if (shouldBecomeCurrent({ own: buildId, ...deployment, served })) await this.activate(buildId);
    return true;
  }

  /**
   * Moves runs to the current version when no worker serves theirs any more, as after an upgrade in
   * place. Other runs stay with the version that they started with. Every workflow is tested to
   * replay the histories of earlier versions.
   * @returns how many runs were moved
   */
  async moveRunsToCurrentVersion(): Promise<number> {
    const [deployment, served] = await Promise.all([this.describe(), this.served()]);
    // Without any worker, none could continue the runs.
    if (deployment === null || served.length === 0) return 0;
    let moved = 0;
    for (const { buildId } of deployment.known) {
      if (!served.includes(buildId)) moved += await this.releaseAll(buildId);
    }
    return moved;
  }

  private async releaseAll(buildId: string): Promise<number> {
    const version = `TemporalWorkerDeploymentVersion = '${this.deploymentName}:${buildId}'`;
    const query = `ExecutionStatus = 'Running' AND TemporalWorkflowVersioningBehavior = 'Pinned' AND ${version}`;
    let released = 0;
    for await (const { workflowId, runId } of this.client.workflow.list({ query })) {
      await this.release(workflowId, runId);
      released += 1;
    }
    return released;
  }

  private async release(workflowId: string, runId: string): Promise<void> {
    await this.callWithDeadline(() =>
      this.connection.workflowService.updateWorkflowExecutionOptions({
        namespace: this.namespace,
        workflowExecution: { workflowId, runId },
        workflowExecutionOptions: { versioningOverride: { autoUpgrade: true } },
        updateMask: { paths: ['versioning_override'] },
      }),
    );
  }

  private async activate(buildId: string): Promise<void> {
    const { namespace, deploymentName } = this;
    await this.callWithDeadline(() =>
      this.connection.workflowService.setWorkerDeploymentCurrentVersion({
        namespace,
        deploymentName,
        buildId,
        identity: 'afterword',
        ignoreMissingTaskQueues: true,
      }),
    );
  }

  private async describe(): Promise<Deployment | null> {
    const { namespace, deploymentName } = this;
    try {
      const { workerDeploymentInfo: info } = await this.callWithDeadline(() =>
        this.connection.workflowService.describeWorkerDeployment({ namespace, deploymentName }),
      );
      const known = (info?.versionSummaries ?? []).map((summary) => ({
        buildId: summary.deploymentVersion?.buildId ?? '',
        wasCurrent: Boolean(summary.firstActivationTime),
      }));
      const current = info?.routingConfig?.currentDeploymentVersion?.buildId;
      return { current: current || null, known };
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === NOT_FOUND) return null;
      throw error;
    }
  }

  private callWithDeadline<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    return withinDeadline(this.connection, ask);
  }
}
