import os from 'node:os';
import { Inject, Injectable } from '@nestjs/common';
import { Connection, type WorkflowService } from '@temporalio/client';
import proto from '@temporalio/proto';
import { isPausable, type PausableQueue, type TaskQueue } from '#contracts/model';
import { AppError, type Config, inTime } from '#platform';
import { CONFIG } from '../../infrastructure/config.module.ts';
import { protobufMs } from './protobuf-time.ts';

const DEADLINE_MS = 2_000;
/** The two types of tasks in a Temporal task queue. */
const { TASK_QUEUE_TYPE_WORKFLOW: WORKFLOWS, TASK_QUEUE_TYPE_ACTIVITY: ACTIVITIES } =
  proto.temporal.api.enums.v1.TaskQueueType;
type WorkKind = typeof WORKFLOWS | typeof ACTIVITIES;
/** Identity that Temporal records with a change of a queue. */
const IDENTITY = `afterword-gateway ${process.pid}@${os.hostname()}`;

/** State of a queue in Temporal. */
export interface TemporalQueue {
  readonly pause: QueuePause | null;
  /** Approximate number of waiting steps. */
  readonly waiting: number;
  readonly oldestWaitMs: number;
  readonly workers: readonly QueueWorker[];
}

export interface QueuePause {
  readonly sinceMs: number;
  readonly reason: string | null;
}

/** A worker that polls a queue. */
export interface QueueWorker {
  readonly identity: string;
  readonly lastSeenAtMs: number;
}

type Description = Awaited<ReturnType<WorkflowService['describeTaskQueue']>>;

/**
 * The task queues in Temporal. A queue is paused by a rate limit of 0 activities per second, which
 * Temporal stores with the queue: it survives restarts and needs no support by the workers.
 */
@Injectable()
export class TemporalQueues {
  private readonly namespace: string;

  constructor(
    private readonly connection: Connection,
    @Inject(CONFIG) { temporal }: Config,
  ) {
    this.namespace = temporal.namespace;
  }

  /** @throws AppError `temporal_unavailable` */
  async describe(queue: TaskQueue): Promise<TemporalQueue> {
    const kinds: readonly WorkKind[] = isPausable(queue) ? [ACTIVITIES] : [WORKFLOWS, ACTIVITIES];
    const parts = await Promise.all(kinds.map((kind) => this.describePart(queue, kind)));
    return {
      pause: pauseOf(parts.at(-1)),
      waiting: parts.reduce(
        (sum, { stats }) => sum + Number(stats?.approximateBacklogCount ?? 0),
        0,
      ),
      oldestWaitMs: Math.max(...parts.map(({ stats }) => protobufMs(stats?.approximateBacklogAge))),
      workers: workersOf(parts),
    };
  }

  /** Prevents new work of a queue from starting. @throws AppError `temporal_unavailable` */
  async pause(queue: PausableQueue, reason: string): Promise<void> {
    await this.limit(queue, { rateLimit: { requestsPerSecond: 0 }, reason });
  }

  /** Removes the rate limit. @throws AppError `temporal_unavailable` */
  async resume(queue: PausableQueue): Promise<void> {
    await this.limit(queue, { reason: 'resumed' });
  }

  private describePart(queue: TaskQueue, taskQueueType: WorkKind): Promise<Description> {
    return this.ask(() =>
      this.connection.workflowService.describeTaskQueue({
        namespace: this.namespace,
        taskQueue: { name: queue },
        taskQueueType,
        reportStats: true,
        reportConfig: true,
      }),
    );
  }

  private async limit(
    taskQueue: PausableQueue,
    updateQueueRateLimit: { rateLimit?: { requestsPerSecond: number }; reason: string },
  ): Promise<void> {
    await this.ask(() =>
      this.connection.workflowService.updateTaskQueueConfig({
        namespace: this.namespace,
        identity: IDENTITY,
        taskQueue,
        taskQueueType: ACTIVITIES,
        updateQueueRateLimit,
      }),
    );
  }

  private async ask<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    const deadline = Date.now() + DEADLINE_MS;
    try {
      return await inTime(DEADLINE_MS, this.connection.withDeadline(deadline, call));
    } catch (cause) {
      throw new AppError('temporal_unavailable', 'Temporal does not answer.', { cause });
    }
  }
}

/** A limit other than 0 was set by an operator and is not a pause. */
function pauseOf(part: Description | undefined): QueuePause | null {
  const limit = part?.config?.queueRateLimit;
  if (!limit?.rateLimit || limit.rateLimit.requestsPerSecond) return null;
  const { metadata } = limit;
  return { sinceMs: protobufMs(metadata?.updateTime), reason: metadata?.reason || null };
}

/** Merges the pollers of both task types by identity, with the time of the latest poll. */
function workersOf(parts: readonly Description[]): readonly QueueWorker[] {
  const seen = new Map<string, number>();
  for (const { identity, lastAccessTime } of parts.flatMap(({ pollers }) => pollers)) {
    if (!identity) continue;
    const atMs = protobufMs(lastAccessTime);
    seen.set(identity, Math.max(atMs, seen.get(identity) ?? 0));
  }
  return [...seen].map(([identity, lastSeenAtMs]) => ({ identity, lastSeenAtMs }));
}
