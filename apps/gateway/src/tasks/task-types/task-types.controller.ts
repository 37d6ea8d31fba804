import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { TaskTypePage } from '#contracts/api';
import { TASK_TYPES } from '#contracts/tasks';
import { toTaskType } from './task-type-view.ts';
import { ListTaskTypesRoute } from './task-types.openapi.ts';

@ApiTags('tasks')
@Controller('task-types')
export class TaskTypesController {
  @Get()
  @ListTaskTypesRoute()
  list(): TaskTypePage {
    return { items: TASK_TYPES.map(toTaskType), nextCursor: null };
  }
}
