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
        'What kinds of work there are, in the order in which a conversation goes through them: the steps of each, what its progress counts, and how to name all of it for people. They change with the version of Afterword only.',
      status: 200,
      answer: 'All task types.',
      schema: taskTypePageSchema,
      example: { items: [TASK_TYPE_EXAMPLE], nextCursor: null },
    }),
    ApiProblems(),
  );
}
