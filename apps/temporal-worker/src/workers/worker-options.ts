import type { NativeConnection, WorkerOptions } from '@temporalio/worker';
import { activityInterceptors } from '#activities';
import type { TaskQueue } from '#contracts/model';
import type { Config, Logger } from '#platform';
import type { Repositories } from '#store';

/**
 * Shortest time between two heartbeats of an activity. They carry progress and cancellation, so this
 * bounds the delay of both. Each one costs Temporal a write, and speech needs the processors itself.
 */
const HEARTBEAT_THROTTLE_MS: Readonly<Record<TaskQueue, number>> = {
  orchestration: 1_000,
  speech: 1_000,
  language: 500,
  maintenance: 1_000,
};

/**
 * Time that a task of a workflow waits for the worker that has the workflow in its cache; half of the
 * SDK's default. After a crash that worker never comes, and its successor has to replay the history.
 * It is not shorter, because replays of many workflows would burden a worker that is only busy.
 */
const STICKY_QUEUE_TIMEOUT_MS = 5_000;

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
    maxHeartbeatThrottleInterval: HEARTBEAT_THROTTLE_MS[role],
    defaultHeartbeatThrottleInterval: HEARTBEAT_THROTTLE_MS[role],
    stickyQueueScheduleToStartTimeout: STICKY_QUEUE_TIMEOUT_MS,
    shutdownGraceTime: config.shutdownGraceMs,
  };
}
