import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { TaskAdvance } from '#contracts/api';
import { Paced, type Config } from '#platform';
import { NotificationFeed, TasksRepository, type TaskRecord } from '#store';
import { eventBlock } from '../http/event-stream/event-block.ts';
import { CONFIG } from '../infrastructure/config.module.ts';
import { toTask } from '../tasks/task-view.ts';
import { EventAudience } from './event-audience.ts';
import type { Message } from './event-view.ts';

/** Minimum interval between progress messages: at most five per second. */
const PACE_MS = 200;

/** Sends the progress of running tasks to event readers, with one database read for all of them. */
@Injectable()
export class TaskAdvances implements OnModuleInit, OnModuleDestroy {
  private changed = new Set<string>();
  /** Data of the last message per running task. */
  private lastSent = new Map<string, string>();
  private readonly publishing = new Paced(() => this.publish(), PACE_MS);
  private unsubscribe: (() => void) | null = null;

  constructor(
    private readonly feed: NotificationFeed,
    private readonly tasks: TasksRepository,
    private readonly audience: EventAudience,
    private readonly logger: PinoLogger,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    logger.setContext(TaskAdvances.name);
  }

  onModuleInit(): void {
    this.unsubscribe = this.feed.subscribe('tasks', (taskId) => {
      if (taskId === null || this.audience.isEmpty) return;
      this.changed.add(taskId);
      this.publishing.request();
    });
  }

  onModuleDestroy(): void {
    this.unsubscribe?.();
    this.publishing.stop();
  }

  private async publish(): Promise<void> {
    const ids = [...this.changed];
    this.changed = new Set();
    try {
      const running = await this.tasks.findRunning(ids);
      const messages = running.flatMap((task) => this.messagesOf(task));
      if (messages.length > 0) this.audience.send(messages);
      this.forgetEnded(ids, running);
    } catch (error) {
      this.logger.warn({ err: error }, 'could not read the progress of the running tasks');
    }
  }

  private messagesOf(task: TaskRecord): readonly Message[] {
    const { id, progress, retry } = toTask(task, this.config.temporal);
    const advance: TaskAdvance = { taskId: id, progress, retry };
    const data = JSON.stringify(advance);
    if (this.lastSent.get(id) === data) return [];
    this.lastSent.set(id, data);
    const { ownerId, conversationId } = task;
    return [{ ownerId, conversationId, text: eventBlock({ type: 'progress', data }) }];
  }

  private forgetEnded(ids: readonly string[], running: readonly TaskRecord[]): void {
    const stillRunning = new Set(running.map(({ id }) => id));
    for (const id of ids) if (!stillRunning.has(id)) this.lastSent.delete(id);
  }
}
