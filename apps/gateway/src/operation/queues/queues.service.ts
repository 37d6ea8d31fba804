import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { PauseQueue, Queue, QueuePage } from '#contracts/api';
import { isPausable, TASK_QUEUES, type PausableQueue, type TaskQueue } from '#contracts/model';
import { AppError } from '#platform';
import { QueuePlaces } from './queue-places.ts';
import { toQueue } from './queue-view.ts';
import { TemporalQueues, type TemporalQueue } from './temporal-queues.ts';

const TIMEOUT_MS = 2_000;
const POLL_INTERVAL_MS = 25;

/** Task queues and the operations on them. */
@Injectable()
export class QueuesService {
  constructor(
    private readonly queues: TemporalQueues,
    private readonly places: QueuePlaces,
  ) {}

  /** All queues; without figures when Temporal does not answer. */
  async list(): Promise<QueuePage> {
    const found = await Promise.all(
      TASK_QUEUES.map((name) => this.queues.describe(name).catch(() => null)),
    );
    const waiting = await this.waitingTasks();
    const items = TASK_QUEUES.map((name, index) =>
      toQueue(name, found[index] ?? null, waiting(name), Date.now()),
    );
    return { items, nextCursor: null };
  }

  /**
   * Prevents new work of a queue from starting. A paused queue keeps its time and reason.
   * @throws AppError `queue_not_pausable`, `temporal_unavailable`
   */
  async pause(name: TaskQueue, { reason }: PauseQueue): Promise<Queue> {
    const queue = pausable(name);
    const found = await this.queues.describe(queue);
    if (found.pause !== null) return this.view(queue, found);
    await this.queues.pause(queue, reason ?? '');
    return this.changed(queue, ({ pause }) => pause !== null);
  }

  /**
   * Lets the work of a queue start again; has no effect on a queue that is not paused.
   * @throws AppError `queue_not_pausable`, `temporal_unavailable`
   */
  async resume(name: TaskQueue): Promise<Queue> {
    const queue = pausable(name);
    const found = await this.queues.describe(queue);
    if (found.pause === null) return this.view(queue, found);
    await this.queues.resume(queue);
    return this.changed(queue, ({ pause }) => pause === null);
  }

  /**
   * Polls until the change is in effect: Temporal stores it at once but applies it a moment later.
   */
  private async changed(
    queue: PausableQueue,
    isDone: (found: TemporalQueue) => boolean,
  ): Promise<Queue> {
    for (const deadlineMs = Date.now() + TIMEOUT_MS; ;) {
      const found = await this.queues.describe(queue);
      if (isDone(found) || Date.now() > deadlineMs) return this.view(queue, found);
      await sleep(POLL_INTERVAL_MS);
    }
  }

  private async view(name: TaskQueue, found: TemporalQueue): Promise<Queue> {
    const waiting = await this.waitingTasks();
    return toQueue(name, found, waiting(name), Date.now());
  }

  /** Operators see and pause queues also while the database is away. */
  private async waitingTasks(): Promise<(name: TaskQueue) => number | null> {
    const counts = await this.places.waitingTasks().catch(() => null);
    return (name) => counts && (counts.get(name) ?? 0);
  }
}

function pausable(queue: TaskQueue): PausableQueue {
  if (isPausable(queue)) return queue;
  throw new AppError('queue_not_pausable', `The queue ${queue} cannot be paused.`);
}
