import { Inject, Injectable } from '@nestjs/common';
import type { QueuePlace } from '#contracts/api';
import { isPausable, type PausableQueue, type TaskQueue, type WorkQueue } from '#contracts/model';
import { expectedWaitMs, queuePosition } from '#domain';
import type { Config } from '#platform';
import {
  QueuesRepository,
  type RecentPace,
  type TaskRecord,
  type WaitingPlace,
  type WaitingTasks,
} from '#store';
import { CONFIG } from '../../infrastructure/config.module.ts';
import { QueuePauses } from './queue-pauses.ts';

/** Determines the positions of tasks in their queues. */
@Injectable()
export class QueuePlaces {
  private readonly longestQuietMs: number;
  private readonly parallelChunks: number;

  constructor(
    private readonly queues: QueuesRepository,
    private readonly pauses: QueuePauses,
    @Inject(CONFIG) { tasks, speech }: Config,
  ) {
    this.parallelChunks = speech.parallelChunks;
    this.longestQuietMs = tasks.quiet.longestWaitMs;
  }

  /** The place of a task that waits in a queue, or whose pieces all do; `null` for any other task. */
  async of(task: TaskRecord): Promise<QueuePlace | null> {
    const places = await this.ofAll([task]);
    return places.get(task.id) ?? null;
  }

  /** How many tasks wait in each queue, by the same rule as their places. */
  async waitingTasks(): Promise<ReadonlyMap<TaskQueue, number>> {
    const lines = await this.queues.waitingLines(this.quietSince());
    const counts = new Map<TaskQueue, number>();
    for (const { queue, waiting } of lines) counts.set(queue, (counts.get(queue) ?? 0) + waiting);
    return counts;
  }

  /**
   * The places of the tasks that wait in a queue, by task id. A transcription that runs waits as well
   * while all of its chunks do.
   */
  async ofAll(tasks: readonly TaskRecord[]): Promise<ReadonlyMap<string, QueuePlace>> {
    const [pending, running] = await Promise.all([this.ofPending(tasks), this.ofPieces(tasks)]);
    return new Map([...pending, ...running]);
  }

  private async ofPieces(tasks: readonly TaskRecord[]): Promise<ReadonlyMap<string, QueuePlace>> {
    const waiting = await this.queues.piecesOf(tasks, this.parallelChunks);
    if (waiting.places.length === 0) return new Map();
    // The known pace is that of whole recordings, not of their pieces.
    return this.placesIn(waiting, []);
  }

  private async ofPending(tasks: readonly TaskRecord[]): Promise<ReadonlyMap<string, QueuePlace>> {
    const pending = tasks.filter(({ state }) => state === 'pending');
    if (pending.length === 0) return new Map();
    const [waiting, paces] = await Promise.all([
      this.queues.placesOf(pending, this.quietSince()),
      this.queues.recentPaces(),
    ]);
    return this.placesIn(waiting, paces);
  }

  private async placesIn(
    waiting: WaitingTasks,
    paces: readonly RecentPace[],
  ): Promise<ReadonlyMap<string, QueuePlace>> {
    const paused = await this.pausedOf(waiting);
    return new Map(
      waiting.places.flatMap((place) => {
        const { queue } = place;
        if (!isPausable(queue)) return [];
        const isPaused = paused.get(queue) ?? null;
        return [[place.taskId, toPlace({ ...place, queue }, waiting, paces, isPaused)]];
      }),
    );
  }

  private quietSince(): Date {
    return new Date(Date.now() - this.longestQuietMs);
  }

  private async pausedOf({ places }: WaitingTasks) {
    const names = [...new Set(places.map(({ queue }) => queue))].filter(isPausable);
    const answers = names.map(async (queue) => [queue, await this.pauses.isPaused(queue)] as const);
    return new Map<PausableQueue, boolean | null>(await Promise.all(answers));
  }
}

/** The waiting time is unknown while the queue is paused. */
function toPlace(
  place: WaitingPlace & { readonly queue: PausableQueue },
  { lines }: WaitingTasks,
  paces: readonly RecentPace[],
  paused: boolean | null,
): QueuePlace {
  const isSame = ({ queue }: { readonly queue: WorkQueue }) => queue === place.queue;
  const position = queuePosition(place, lines.filter(isSame));
  const pace = paces.find(isSame) ?? null;
  const waitMs = paused === true ? null : expectedWaitMs(position, pace);
  return { name: place.queue, position, expectedWaitMs: waitMs, paused };
}
