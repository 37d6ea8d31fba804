import type { NativeConnection, WorkerOptions } from '@temporalio/worker';
import { activityInterceptors } from '#activities';
import type { TaskQueue } from '#contracts/model';
import type { Config, Logger } from '#platform';
import type { TaskRetriesRepository } from '#store';

/** Progress and cancellation travel with heartbeats; they may not be held back for longer. */
const HEARTBEAT_THROTTLE_MS = 1_000;

/** What the workers of all roles have in common. */
export interface WorkerSetting {
  readonly config: Config;
  readonly logger: Logger;
  readonly retries: TaskRetriesRepository;
}

/** The options of every worker: where it works, how it stops, and what surrounds its activities. */
export function workerOptions(
  connection: NativeConnection,
  role: TaskQueue,
  { config, logger, retries }: WorkerSetting,
): WorkerOptions {
  return {
    connection,
    namespace: config.temporal.namespace,
    taskQueue: role,
    interceptors: { activity: [activityInterceptors({ logger, retries })] },
    maxHeartbeatThrottleInterval: HEARTBEAT_THROTTLE_MS,
    defaultHeartbeatThrottleInterval: HEARTBEAT_THROTTLE_MS,
    shutdownGraceTime: config.shutdownGraceMs,
  };
}
