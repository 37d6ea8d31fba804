import { Inject, Injectable } from '@nestjs/common';
import type { CreateTask, Task, TaskPage, TaskQuery, TestTaskType } from '#contracts';
import { AppError, type Config } from '#platform';
import { RequestedTasksRepository, TasksRepository, type TaskRecord } from '#store';
import { Dispatcher } from '../dispatcher/dispatcher.ts';
import { idempotentRequest } from '../http/idempotency-key.ts';
import { CONFIG } from '../infrastructure/config.module.ts';
import { QueuePlaces } from '../queues/queue-places.ts';
import { WorkflowStatusReader } from './live/workflow-status.reader.ts';
import { toTask } from './task-view.ts';
import { TestTasksService } from './test-tasks.service.ts';

/** Tasks as the API shows them, and what a person may ask of them. */
@Injectable()
export class TasksService {
  constructor(
    private readonly tasks: TasksRepository,
    private readonly requested: RequestedTasksRepository,
    private readonly tests: TestTasksService,
    private readonly statuses: WorkflowStatusReader,
    private readonly places: QueuePlaces,
    private readonly dispatcher: Dispatcher,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A page of tasks as they are stored; no workflow is asked. */
  async list(query: TaskQuery): Promise<TaskPage> {
    const page = await this.tasks.list(query);
    const places = await this.places.ofAll(page.items);
    const items = page.items.map((each) => ({
      ...this.view(each),
      queue: places.get(each.id) ?? null,
    }));
    return { items, nextCursor: page.nextCursor };
  }

  /**
   * A task with what its workflow says about itself, if one answers within a second.
   * @throws AppError `not_found`
   */
  async find(id: string): Promise<Task> {
    const record = await this.tasks.find(id);
    if (record === null) throw new AppError('not_found', `There is no task ${id}.`);
    const [status, queue] = await Promise.all([this.statuses.read(record), this.places.of(record)]);
    return { ...toTask(record, this.config.temporal, status), queue };
  }

  /**
   * Has a stage run by itself. A transcription or summary that is open already is joined.
   * @throws AppError `not_found`, `idempotency_key_reused`
   */
  async create(wanted: CreateTask, key: string | null): Promise<Task> {
    const request = idempotentRequest('POST /tasks', key, wanted);
    return this.told(await this.requested.create(wanted, request));
  }

  /**
   * Has a stage run on a built-in sample.
   * @throws AppError `idempotency_key_reused`
   */
  async test(type: TestTaskType, key: string | null): Promise<Task> {
    return this.told(await this.tests.create(type, key));
  }

  /** @throws AppError `not_found`, `task_not_cancellable` */
  async cancel(id: string): Promise<Task> {
    return this.told(await this.tasks.requestCancel(id));
  }

  /** @throws AppError `not_found`, `task_not_retryable` */
  async retry(id: string): Promise<Task> {
    return this.told(await this.tasks.retry(id));
  }

  /** What was just stored is passed on to Temporal. */
  private told(record: TaskRecord): Task {
    this.dispatcher.kick();
    return this.view(record);
  }

  private view(record: TaskRecord): Task {
    return toTask(record, this.config.temporal);
  }
}
