import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.ts';
import { workflowBundle } from '../../../../test/support/shared-servers.ts';
import { TestTemporal } from '../../../../test/support/test-temporal.ts';
import { WorkerVersions } from './worker-versions.ts';

const DEPLOYMENT = 'afterword';

const versioned = (buildId: string) => ({
  workerDeploymentOptions: {
    version: { deploymentName: DEPLOYMENT, buildId },
    useWorkerVersioning: true as const,
    defaultVersioningBehavior: 'PINNED' as const,
  },
});

describe('versions of workers', () => {
  const workers: (() => Promise<void>)[] = [];
  let temporal: TestTemporal;
  beforeAll(async () => {
    temporal = await TestTemporal.open();
  });
  afterAll(async () => {
    await Promise.all(workers.map((stop) => stop()));
    await temporal.close();
  });

  /**
   * @param served overrides the served versions; Temporal drops a stopped worker only after a
   * minute
   */
  const versions = (...served: readonly string[]) => {
    const { client, connection, namespace } = temporal;
    return served.length === 0
      ? new WorkerVersions(client, connection, namespace, DEPLOYMENT)
      : new WorkerVersions(client, connection, namespace, DEPLOYMENT, async () => served);
  };
  const offered = (buildId: string) =>
    eventually(async () => expect(await versions().offer(buildId)).toBe(true));
  const current = async () => {
    const { connection, namespace } = temporal;
    const asked = { namespace, deploymentName: DEPLOYMENT };
    const { workerDeploymentInfo } =
      await connection.workflowService.describeWorkerDeployment(asked);
    return workerDeploymentInfo?.routingConfig?.currentDeploymentVersion?.buildId;
  };
  /** A worker with or without a version that runs no activities. */
  const startWorker = async (buildId?: string) => {
    const worker = await temporal.worker({
      taskQueue: 'orchestration',
      workflowBundle: await workflowBundle(),
      ...(buildId === undefined ? {} : versioned(buildId)),
    });
    const running = worker.run();
    const stop = async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running;
    };
    workers.unshift(stop);
    return stop;
  };
  /** A run that waits for an activity that no worker runs, so it stays with its version. */
  const startRun = async (workflowId: string) => {
    const run = await temporal.client.workflow.start('housekeeping', {
      workflowId,
      taskQueue: 'orchestration',
    });
    await eventually(async () => {
      const { events } = await run.fetchHistory();
      expect(events?.some((each) => each.activityTaskScheduledEventAttributes)).toBe(true);
    });
    return run;
  };
  const versionOf = async (workflowId: string) => {
    const { raw } = await temporal.client.workflow.getHandle(workflowId).describe();
    return raw.workflowExecutionInfo?.versioningInfo;
  };

  it('continue runs that started before workers had versions', async () => {
    const stopUnversioned = await startWorker();
    const run = await startRun('housekeeping-0');
    await stopUnversioned();
    const stop = await startWorker('zero');
    await offered('zero');
    await run.cancel();
    await eventually(async () => {
      expect((await run.describe()).status.name).toBe('CANCELLED');
    });
    await stop();
  }, 90_000);

  it('become current when new; runs keep theirs while a worker serves it', async () => {
    expect(await versions('zero').offer('one')).toBe(false);
    const stopOne = await startWorker('one');
    await offered('one');
    expect(await current()).toBe('one');
    const run = await startRun('housekeeping-1');
    expect((await versionOf('housekeeping-1'))?.deploymentVersion?.buildId).toBe('one');

    const stopTwo = await startWorker('two');
    await offered('two');
    expect(await current()).toBe('two');
    // Both are served, so the run keeps its version, and the old worker changes nothing.
    expect(await versions().moveRunsToCurrentVersion()).toBe(0);
    await offered('one');
    expect(await current()).toBe('two');

    await stopOne();
    await eventually(async () => expect(await versions('two').moveRunsToCurrentVersion()).toBe(1));
    expect((await versionOf('housekeeping-1'))?.versioningOverride).toBeTruthy();
    await run.cancel();
    // A worker of the current version handles the cancellation.
    await eventually(async () => {
      expect((await run.describe()).status.name).toBe('CANCELLED');
    });

    await stopTwo();
    const stopOneAgain = await startWorker('one');
    await versions('one').offer('one');
    expect(await current()).toBe('one');
    await stopOneAgain();
  }, 90_000);
});
