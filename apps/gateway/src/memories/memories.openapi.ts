import { applyDecorators } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { memoryPageSchema, memorySchema, taskSchema } from '#contracts/api';
import { ApiIdempotencyKey } from '../openapi/api-idempotency-key.decorator.ts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import { MEMORY_EXAMPLE } from './memories.examples.ts';
import { SCORING_EXAMPLE } from '../tasks/tasks.examples.ts';

const UNSCORED = {
  ...MEMORY_EXAMPLE,
  conversationId: null,
  exchangeId: null,
  significance: null,
  reason: null,
  engine: null,
  rubricVersion: null,
  scoredAt: null,
  pin: null,
};

export function WriteMemoryRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Write a memory',
      description:
        'For applications that bring their own memories; conversations yield theirs by themselves. The memory is there at once and is scored in the background. A memory that is scored 3 is pinned.',
      status: 202,
      answer: 'The memory is kept and will be scored.',
      schema: memorySchema,
      example: UNSCORED,
      headers: { Location: 'Path of the memory.' },
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/WriteMemory' },
      examples: {
        complete: {
          value: {
            narrative: UNSCORED.narrative,
            priorDialogue: [{ speaker: 'Kaito', text: 'You look tired. Is everything all right?' }],
            ownerId: 'ada',
          },
        },
        least: { value: { narrative: UNSCORED.narrative } },
      },
    }),
    ApiIdempotencyKey(),
    ApiProblems(
      'invalid_request',
      'request_too_large',
      'unsupported_media_type',
      'idempotency_key_reused',
      'owner_limit_reached',
    ),
  );
}

export function ListMemoriesRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List memories',
      description: 'The newest first, a page at a time; filters may be combined.',
      status: 200,
      answer: 'A page of memories.',
      schema: memoryPageSchema,
      example: { items: [MEMORY_EXAMPLE], nextCursor: null },
    }),
    ApiProblems('invalid_request'),
  );
}

export function FindMemoryRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get a memory',
      description: 'The memory with its score, the reason for it, and its pin.',
      status: 200,
      answer: 'The memory.',
      schema: memorySchema,
      example: MEMORY_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function PinMemoryRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Pin a memory',
      description:
        'Keeps the memory in view by the will of a person: no score takes the pin away, and no other pin does. When the owner has more than 8 pins by this, the oldest that was set by the rule goes.',
      status: 200,
      answer: 'The memory with its pin.',
      schema: memorySchema,
      example: { ...MEMORY_EXAMPLE, pin: 'manual' },
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function UnpinMemoryRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Unpin a memory',
      description:
        'Takes the pin away, whoever set it. No later score pins this memory again; only a person can.',
      status: 200,
      answer: 'The memory without a pin.',
      schema: memorySchema,
      example: { ...MEMORY_EXAMPLE, pin: null },
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function RescoreMemoryRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Score a memory again',
      description:
        'Makes a task that scores the memory anew. Its score stays until there is another; what a person decided about its pin stays in any case.',
      status: 202,
      answer: 'The task that scores it.',
      schema: taskSchema,
      example: SCORING_EXAMPLE,
      headers: { Location: 'Path of the task.' },
    }),
    ApiProblems('invalid_request', 'not_found', 'owner_limit_reached'),
  );
}
