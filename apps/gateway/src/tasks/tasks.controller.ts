import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  HttpStatus,
  Param,
  Post,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  cancelTasksSchema,
  createTaskSchema,
  idSchema,
  retryTaskSchema,
  taskQuerySchema,
  testTaskQuerySchema,
  testTaskTypeSchema,
  type CancelledTasks,
  type CancelTasks,
  type CreateTask,
  type RetryTask,
  type Task,
  type TaskPage,
  type TaskQuery,
  type TestTaskQuery,
  type TestTaskType,
} from '#contracts/api';
import { commentBlock } from '../http/event-stream/event-block.ts';
import { EventStreams } from '../http/event-stream/event-streams.ts';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import { TaskEventsService } from './events/task-events.service.ts';
import {
  CancelTaskRoute,
  CancelTasksRoute,
  CreateTaskRoute,
  FindTaskRoute,
  ListTasksRoute,
  RetryTaskRoute,
  TaskEventsRoute,
  TestTaskRoute,
} from './tasks.openapi.ts';
import { TasksService } from './tasks.service.ts';

const taskId = { schema: idSchema('task') };

@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(
    private readonly tasks: TasksService,
    private readonly events: TaskEventsService,
    private readonly streams: EventStreams,
  ) {}

  @Post()
  @HttpCode(202)
  @CreateTaskRoute()
  async create(
    @Body({ schema: createTaskSchema }) body: CreateTask,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Task> {
    return accepted(await this.tasks.create(body, idempotencyKeyOf(request)), reply);
  }

  @Post('test/:type')
  @HttpCode(202)
  @TestTaskRoute()
  async test(
    @Param('type', { schema: testTaskTypeSchema }) type: TestTaskType,
    @Query({ schema: testTaskQuerySchema }) { priority }: TestTaskQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Task> {
    return accepted(await this.tasks.test({ type, priority }, idempotencyKeyOf(request)), reply);
  }

  @Get()
  @ListTasksRoute()
  list(@Query({ schema: taskQuerySchema }) query: TaskQuery): Promise<TaskPage> {
    return this.tasks.list(query);
  }

  @Get(':id')
  @FindTaskRoute()
  find(@Param('id', taskId) id: string): Promise<Task> {
    return this.tasks.find(id);
  }

  @Get(':id/events')
  @TaskEventsRoute()
  async watch(
    @Param('id', taskId) id: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const since = await this.events.startOf(id, lastEventId);
    // 204 is the only response after which a browser does not reconnect.
    if (since === null) return void reply.status(HttpStatus.NO_CONTENT);
    const stream = await this.streams.begin(request, async (body) => {
      body.send(commentBlock('hello'));
      void this.events.watch(id, since, body).then(() => body.end());
    });
    return stream.answer(reply);
  }

  @Post(':id/cancel')
  @HttpCode(202)
  @CancelTaskRoute()
  async cancel(
    @Param('id', taskId) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Task> {
    return accepted(await this.tasks.cancel(id), reply);
  }

  @Post('cancel')
  @HttpCode(202)
  @CancelTasksRoute()
  cancelAll(@Body({ schema: cancelTasksSchema }) body: CancelTasks): Promise<CancelledTasks> {
    return this.tasks.cancelAll(body);
  }

  @Post(':id/retry')
  @HttpCode(202)
  @RetryTaskRoute()
  async retry(
    @Param('id', taskId) id: string,
    @Body({ schema: retryTaskSchema.optional() }) body: RetryTask | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Task> {
    return accepted(await this.tasks.retry(id, body?.settings), reply);
  }
}

/** Sets the location of the task that the request created or changed. */
function accepted(task: Task, reply: FastifyReply): Task {
  void reply.header('location', `/tasks/${task.id}`);
  return task;
}
