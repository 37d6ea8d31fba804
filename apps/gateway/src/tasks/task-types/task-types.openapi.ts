import { applyDecorators } from '@nestjs/common';
import { taskTypePageSchema } from '#contracts/api';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';
import { TASK_TYPE_EXAMPLE } from './task-types.examples.ts';

export function ListTaskTypesRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List the task types',
      description:
        'All task types, in the order in which a conversation goes through them, with their steps, the unit of their progress and their labels for user interfaces. They change only with the version of Afterword.',
      status: 200,
      answer: 'All task types.',
      schema: taskTypePageSchema,
      example: { items: [TASK_TYPE_EXAMPLE], nextCursor: null },
    }),
    ApiProblems(),
  );
}
