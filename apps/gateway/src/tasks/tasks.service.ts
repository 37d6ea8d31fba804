import { Inject, Injectable } from '@nestjs/common';
import type {
  CancelledTasks,
  CancelTasks,
  CreateTask,
  Task,
  TaskPage,
  TaskQuery,
} from '#contracts/api';
import type { TaskSettings } from '#contracts/tasks';
import { AppError, type Config } from '#platform';
import { isDatabaseAway, RequestedTasksRepository, TasksRepository, type TaskRecord } from '#store';
import { Dispatcher } from '../dispatcher/dispatcher.ts';
import { EnginesService } from './engines/engines.service.ts';
import { idempotentRequest } from '../http/idempotency-key.ts';
import { CONFIG } from '../infrastructure/config.module.ts';
import { QueuePlaces } from '../operation/queues/queue-places.ts';
import { TasksInTemporal } from './live/tasks-in-temporal.ts';
import { TaskRunReader } from './live/task-run.reader.ts';
import { toTask } from './task-view.ts';
import { TestTasksService, type TestTaskRequest } from './test/test-tasks.service.ts';

/** Tasks as the API shows them, and the operations on them. */
@Injectable()
export class TasksService {
  constructor(
    private readonly tasks: TasksRepository,
    private readonly requested: RequestedTasksRepository,
    private readonly tests: TestTasksService,
    private readonly engines: EnginesService,
    private readonly runs: TaskRunReader,
    private readonly places: QueuePlaces,
    private readonly inTemporal: TasksInTemporal,
    private readonly dispatcher: Dispatcher,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * A page of stored tasks; no workflow is queried. While the database is unavailable, the tasks
   * that Temporal knows.
   */
  async list(query: TaskQuery): Promise<TaskPage> {
    try {
      return await this.listStored(query);
    } catch (error) {
      const known = isDatabaseAway(error) ? await this.inTemporal.list(query) : null;
      if (known === null) throw error;
      return { items: known.map((each) => this.view(each)), nextCursor: null, complete: false };
    }
  }

  /**
   * A task with the status of its workflow and its retries in Temporal, if they answer within a
   * second. While the database is unavailable, the task as Temporal knows it.
   * @throws AppError `not_found`
   */
  async find(id: string): Promise<Task> {
    try {
      return await this.findStored(id);
    } catch (error) {
      const known = isDatabaseAway(error) ? await this.inTemporal.find(id) : null;
      if (known === null) throw error;
      return this.withRun(known);
    }
  }

  /**
   * Creates a single task, or returns the transcription or summary that is already open.
   * @throws AppError `not_found`, `idempotency_key_reused`, `engine_unknown`, `engine_lacks_language`,
   * `task_settings_differ`, `owner_limit_reached`
   */
  async create(wanted: CreateTask, key: string | null): Promise<Task> {
    this.engines.check(wanted.type, wanted.settings);
    const request = idempotentRequest('POST /tasks', key, wanted);
    return this.passedOn(await this.requested.create(wanted, request));
  }

  /**
   * Creates a task on a built-in sample.
   * @throws AppError `idempotency_key_reused`, `owner_limit_reached`
   */
  async test(wanted: TestTaskRequest, key: string | null): Promise<Task> {
    return this.passedOn(await this.tests.create(wanted, key));
  }

  /** @throws AppError `not_found`, `task_not_cancellable` */
  async cancel(id: string): Promise<Task> {
    return this.passedOn(await this.tasks.requestCancel(id));
  }

  /** Cancels every open task that matches all filters. */
  async cancelAll(wanted: CancelTasks): Promise<CancelledTasks> {
    const { cancelling, cancelled } = await this.tasks.cancelAll(wanted);
    this.dispatcher.request();
    return { cancelling: [...cancelling], cancelled: [...cancelled] };
  }

  /**
   * Runs an ended task again.
   * @param settings replace those of the task; omitted ones stay
   * @throws AppError `not_found`, `engine_unknown`, `engine_lacks_language`, `task_not_retryable`
   * @throws InvalidRequestError when the settings do not fit the task's type
   */
  async retry(id: string, settings: TaskSettings = {}): Promise<Task> {
    const record = await this.tasks.find(id);
    if (record !== null) this.engines.check(record.type, settings, record.settings);
    return this.passedOn(await this.tasks.retry(id, settings));
  }

  private async listStored(query: TaskQuery): Promise<TaskPage> {
    const page = await this.tasks.list(query);
    const places = await this.places.ofAll(page.items);
    const items = page.items.map((each) => ({
      ...this.view(each),
      queue: places.get(each.id) ?? null,
    }));
    return { items, nextCursor: page.nextCursor, complete: true };
  }

  private async findStored(id: string): Promise<Task> {
    const record = await this.tasks.find(id);
    if (record === null) throw new AppError('not_found', `There is no task ${id}.`);
    const [task, queue] = await Promise.all([this.withRun(record), this.places.of(record)]);
    return { ...task, queue };
  }

  /** A task with the current information about its run. */
  private async withRun(record: TaskRecord): Promise<Task> {
    return toTask(record, this.config.temporal, await this.runs.read(record));
  }

  /** Requests delivery of a stored change to Temporal. */
  private passedOn(record: TaskRecord): Task {
    this.dispatcher.request();
    return this.view(record);
  }

  private view(record: TaskRecord): Task {
    return toTask(record, this.config.temporal);
  }
}
