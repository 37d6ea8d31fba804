import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  pauseQueueSchema,
  queueNameSchema,
  type PauseQueue,
  type Queue,
  type QueuePage,
} from '#contracts/api';
import type { TaskQueue } from '#contracts/model';
import { ListQueuesRoute, PauseQueueRoute, ResumeQueueRoute } from './queues.openapi.ts';
import { QueuesService } from './queues.service.ts';

const queueName = { schema: queueNameSchema };

@ApiTags('operation')
@Controller('queues')
export class QueuesController {
  constructor(private readonly queues: QueuesService) {}

  @Get()
  @ListQueuesRoute()
  list(): Promise<QueuePage> {
    return this.queues.list();
  }

  @Post(':name/pause')
  @HttpCode(200)
  @PauseQueueRoute()
  pause(
    @Param('name', queueName) name: TaskQueue,
    @Body({ schema: pauseQueueSchema }) body: PauseQueue,
  ): Promise<Queue> {
    return this.queues.pause(name, body);
  }

  @Post(':name/resume')
  @HttpCode(200)
  @ResumeQueueRoute()
  resume(@Param('name', queueName) name: TaskQueue): Promise<Queue> {
    return this.queues.resume(name);
  }
}
