import type { ConnectionLike } from '@temporalio/client';
import { withinDeadline } from '../within-deadline.ts';
import { WORKFLOW_QUEUE } from '../workflow-queue.ts';

/** A long poll lasts a minute. A poller that does not start another soon after is gone. */
const POLLER_GONE_MS = 75_000;

/**
 * @returns a function that lists the build ids for which a worker polled workflow tasks recently
 */
export function servedVersions(
  connection: ConnectionLike,
  namespace: string,
): () => Promise<readonly string[]> {
  return async () => {
    const { pollers } = await withinDeadline(connection, () =>
      connection.workflowService.describeTaskQueue({
        namespace,
        taskQueue: { name: WORKFLOW_QUEUE },
      }),
    );
    const since = (Date.now() - POLLER_GONE_MS) / 1000;
    return pollers
      .filter(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) >= since)
      .flatMap(({ deploymentOptions }) => deploymentOptions?.buildId ?? []);
  };
}
