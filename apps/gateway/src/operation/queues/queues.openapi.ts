import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiParam } from '@nestjs/swagger';
import { queuePageSchema, queueSchema } from '#contracts/api';
import { TASK_QUEUES } from '#contracts/model';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';
import { QUEUE_EXAMPLE } from './queues.examples.ts';

const ApiQueueName = () =>
  ApiParam({ name: 'name', schema: { type: 'string', enum: [...TASK_QUEUES] } });

export function ListQueuesRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List the task queues',
      description:
        'The waiting work of each queue, its workers, and whether it is paused. When Temporal does not answer, the figures are null.',
      status: 200,
      answer: 'All queues.',
      schema: queuePageSchema,
      example: { items: [QUEUE_EXAMPLE], nextCursor: null },
    }),
    ApiProblems(),
  );
}

export function PauseQueueRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Pause a queue',
      description:
        'No work of the queue starts until the queue is resumed. Running steps finish; the next step of a recording that is being transcribed waits. The pause survives restarts of all processes. Pausing a paused queue has no effect.',
      status: 200,
      answer: 'The queue in its new state.',
      schema: queueSchema,
      example: QUEUE_EXAMPLE,
    }),
    ApiQueueName(),
    ApiBody({
      required: false,
      schema: { $ref: '#/components/schemas/PauseQueue' },
      examples: {
        reason: { value: { reason: 'The graphics card is being replaced.' } },
        none: { value: {} },
      },
    }),
    ApiProblems(
      'invalid_request',
      'unsupported_media_type',
      'queue_not_pausable',
      'temporal_unavailable',
    ),
  );
}

export function ResumeQueueRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Resume a queue',
      description:
        'Work of the queue starts again within about a second. Resuming a queue that is not paused has no effect.',
      status: 200,
      answer: 'The queue in its new state.',
      schema: queueSchema,
      example: { ...QUEUE_EXAMPLE, paused: false, pausedAt: null, reason: null },
    }),
    ApiQueueName(),
    ApiProblems('invalid_request', 'queue_not_pausable', 'temporal_unavailable'),
  );
}
