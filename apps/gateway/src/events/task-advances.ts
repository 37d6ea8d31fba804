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

/** However fast a task advances, readers are told five times a second at most. */
const PACE_MS = 200;

/** Tells the readers of events how far the running tasks are; one look for all of them. */
@Injectable()
export class TaskAdvances implements OnModuleInit, OnModuleDestroy {
  private changed = new Set<string>();
  /** What was told last of each running task. */
  private told = new Map<string, string>();
  private readonly telling = new Paced(() => this.tell(), PACE_MS);
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
      this.telling.request();
    });
  }

  onModuleDestroy(): void {
    this.unsubscribe?.();
    this.telling.stop();
  }

  private async tell(): Promise<void> {
    const ids = [...this.changed];
    this.changed = new Set();
    try {
      const running = await this.tasks.findRunning(ids);
      const messages = running.flatMap((task) => this.newsOf(task));
      if (messages.length > 0) this.audience.send(messages);
      this.forgetEnded(ids, running);
    } catch (error) {
      this.logger.warn({ err: error }, 'how far the tasks are could not be read');
    }
  }

  private newsOf(task: TaskRecord): readonly Message[] {
    const { id, progress, retry } = toTask(task, this.config.temporal);
    const advance: TaskAdvance = { taskId: id, progress, retry };
    const data = JSON.stringify(advance);
    if (this.told.get(id) === data) return [];
    this.told.set(id, data);
    const { ownerId, conversationId } = task;
    return [{ ownerId, conversationId, text: eventBlock({ type: 'progress', data }) }];
  }

  private forgetEnded(ids: readonly string[], running: readonly TaskRecord[]): void {
    const stillRunning = new Set(running.map(({ id }) => id));
    for (const id of ids) if (!stillRunning.has(id)) this.told.delete(id);
  }
}
