import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { Config } from '#platform';
import { NotificationFeed, TasksRepository, TranscriptionRepository } from '#store';
import { EventStreams } from '../../http/event-stream/event-streams.ts';
import { CONFIG } from '../../infrastructure/config.module.ts';
import { QueuePlaces } from '../../operation/queues/queue-places.ts';
import { WorkerLiveness } from '../live/worker-liveness.ts';
import { toTask } from '../task-view.ts';
import { TaskSnapshot } from './task-snapshot.ts';
import { TaskChannel, type TaskWatcher } from './task-channel.ts';

/** Keeps one channel per watched task and updates it on notifications of changed tasks. */
@Injectable()
export class TaskWatchHub implements OnModuleInit {
  private readonly channels = new Map<string, TaskChannel>();

  constructor(
    private readonly feed: NotificationFeed,
    private readonly tasks: TasksRepository,
    private readonly transcriptions: TranscriptionRepository,
    private readonly liveness: WorkerLiveness,
    private readonly places: QueuePlaces,
    private readonly streams: EventStreams,
    private readonly logger: PinoLogger,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    logger.setContext(TaskWatchHub.name);
  }

  onModuleInit(): void {
    this.feed.subscribe('tasks', (taskId) => {
      if (taskId !== null) this.channels.get(taskId)?.changed();
      else for (const channel of this.channels.values()) channel.changed();
    });
  }

  /**
   * Sends snapshots of a task to a watcher: the current one, and one after each change.
   * @returns a function that ends the watch
   */
  watch(taskId: string, watcher: TaskWatcher): () => void {
    const channel = this.channels.get(taskId) ?? this.open(taskId);
    channel.add(watcher);
    return () => {
      channel.remove(watcher);
      if (!channel.isWatched) this.close(taskId, channel);
    };
  }

  private open(taskId: string): TaskChannel {
    const channel = new TaskChannel((since) =>
      this.streams.reads.take(() => this.read(taskId, since)),
    );
    this.channels.set(taskId, channel);
    return channel;
  }

  private close(taskId: string, channel: TaskChannel): void {
    channel.close();
    if (this.channels.get(taskId) === channel) this.channels.delete(taskId);
  }

  /** A failed read is retried by the refresh of the channel, and when the feed has reconnected. */
  private async read(taskId: string, since: number): Promise<TaskSnapshot | 'gone' | null> {
    try {
      // In this order, a chunk that changes between the two reads is sent twice rather than lost.
      const record = await this.tasks.find(taskId);
      if (record === null) return 'gone';
      const chunks = await this.transcriptions.chunksSince(taskId, since);
      const live = await this.liveness.answersFor(record);
      const queue = await this.places.of(record);
      const task = { ...toTask(record, this.config.temporal), live, queue };
      return new TaskSnapshot(task, record.version, chunks);
    } catch (error) {
      this.logger.warn({ err: error, taskId }, 'a watched task could not be read');
      return null;
    }
  }
}
