import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { Config } from '#platform';
import { NotificationFeed, TasksRepository, TranscriptionRepository } from '#store';
import { CONFIG } from '../../infrastructure/config.module.ts';
import { QueuePlaces } from '../../queues/queue-places.ts';
import { WorkerLiveness } from '../live/worker-liveness.ts';
import { toTask } from '../task-view.ts';
import { TaskSnapshot } from './task-snapshot.ts';
import { TaskChannel, type TaskWatcher } from './task-channel.ts';

/** Keeps an eye on the tasks that somebody watches. */
@Injectable()
export class TaskWatchHub implements OnModuleInit {
  private readonly topics = new Map<string, TaskChannel>();

  constructor(
    private readonly feed: NotificationFeed,
    private readonly tasks: TasksRepository,
    private readonly transcriptions: TranscriptionRepository,
    private readonly presence: WorkerLiveness,
    private readonly places: QueuePlaces,
    private readonly logger: PinoLogger,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    logger.setContext(TaskWatchHub.name);
  }

  onModuleInit(): void {
    this.feed.subscribe('tasks', (taskId) => {
      if (taskId !== null) this.topics.get(taskId)?.changed();
      else for (const topic of this.topics.values()) topic.changed();
    });
  }

  /**
   * Shows a task to a watcher: as it is now, and after each change.
   * @returns ends the watch
   */
  watch(taskId: string, watcher: TaskWatcher): () => void {
    const topic = this.topics.get(taskId) ?? this.open(taskId);
    topic.add(watcher);
    return () => {
      topic.remove(watcher);
      if (!topic.isWatched) this.close(taskId, topic);
    };
  }

  private open(taskId: string): TaskChannel {
    const topic = new TaskChannel((since) => this.look(taskId, since));
    this.topics.set(taskId, topic);
    return topic;
  }

  private close(taskId: string, topic: TaskChannel): void {
    topic.close();
    if (this.topics.get(taskId) === topic) this.topics.delete(taskId);
  }

  /** The refresh of the topic, and the feed when it is back, try a failed look again. */
  private async look(taskId: string, since: number): Promise<TaskSnapshot | null> {
    try {
      // In this order: a chunk that changes between the two comes twice, not never.
      const record = await this.tasks.find(taskId);
      if (record === null) return null;
      const chunks = await this.transcriptions.chunksSince(taskId, since);
      const live = await this.presence.answersFor(record);
      const queue = await this.places.of(record);
      const task = { ...toTask(record, this.config.temporal), live, queue };
      return new TaskSnapshot(task, record.version, chunks);
    } catch (error) {
      this.logger.warn({ err: error, taskId }, 'a watched task could not be read');
      return null;
    }
  }
}
