import type { NativeConnection, WorkerOptions } from '@temporalio/worker';
import { activityInterceptors } from '#activities';
import type { TaskQueue } from '#contracts/model';
import type { Config, Logger } from '#platform';
import type { Repositories } from '#store';

/** Heartbeats carry progress and cancellation, so this bounds the delay of both. */
const HEARTBEAT_THROTTLE_MS = 1_000;

/** The dependencies that the workers of all roles share. */
export interface WorkerDependencies {
  readonly config: Config;
  readonly logger: Logger;
  readonly repositories: Pick<Repositories, 'retries' | 'tasks'>;
}

/** The options that all workers share: connection, task queue, interceptors and shutdown. */
export function workerOptions(
  connection: NativeConnection,
  role: TaskQueue,
  { config, logger, repositories: { retries, tasks } }: WorkerDependencies,
): WorkerOptions {
  return {
    connection,
    namespace: config.temporal.namespace,
    taskQueue: role,
    interceptors: { activity: [activityInterceptors({ logger, retries, tasks })] },
    maxHeartbeatThrottleInterval: HEARTBEAT_THROTTLE_MS,
    defaultHeartbeatThrottleInterval: HEARTBEAT_THROTTLE_MS,
    shutdownGraceTime: config.shutdownGraceMs,
  };
}
