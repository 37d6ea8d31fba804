import {
  Controller,
  Get,
  Headers,
  HttpCode,
  HttpStatus,
  Param,
  Post,
  Query,
  Res,
  Sse,
  type MessageEvent,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { EMPTY, type Observable } from 'rxjs';
import { idSchema, taskQuerySchema, type Task, type TaskPage, type TaskQuery } from '#contracts';
import { TaskEventsService } from './events/task-events.service.ts';
import {
  CancelTaskRoute,
  FindTaskRoute,
  ListTasksRoute,
  RetryTaskRoute,
  TaskEventsRoute,
} from './tasks.openapi.ts';
import { TasksService } from './tasks.service.ts';

const taskId = { schema: idSchema('task') };

@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(
    private readonly tasks: TasksService,
    private readonly events: TaskEventsService,
  ) {}

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

  @Sse(':id/events')
  @TaskEventsRoute()
  async watch(
    @Param('id', taskId) id: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Observable<MessageEvent>> {
    const events = await this.events.watch(id, lastEventId);
    // 204 is the one answer after which a browser does not connect again.
    if (events === null) void reply.status(HttpStatus.NO_CONTENT);
    return events ?? EMPTY;
  }

  @Post(':id/cancel')
  @HttpCode(202)
  @CancelTaskRoute()
  async cancel(
    @Param('id', taskId) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Task> {
    void reply.header('location', `/tasks/${id}`);
    return this.tasks.cancel(id);
  }

  @Post(':id/retry')
  @HttpCode(202)
  @RetryTaskRoute()
  async retry(
    @Param('id', taskId) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Task> {
    void reply.header('location', `/tasks/${id}`);
    return this.tasks.retry(id);
  }
}
