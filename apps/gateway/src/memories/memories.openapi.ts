import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiResponse } from '@nestjs/swagger';
import {
  earlierNarrativesSchema,
  memoryPageSchema,
  memorySchema,
  taskSchema,
} from '#contracts/api';
import { ApiIdempotencyKey } from '../openapi/api-idempotency-key.decorator.ts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import { MEMORY_EXAMPLE } from './memories.examples.ts';
import { SCORING_EXAMPLE } from '../tasks/tasks.examples.ts';

const UNSCORED = {
  ...MEMORY_EXAMPLE,
  conversationId: null,
  conversationTitle: null,
  exchangeId: null,
  significance: null,
  significanceValue: null,
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
        'For applications that supply their own memories; conversations create theirs automatically. The memory is available at once and is scored in the background. A memory with a score of 3 is pinned.',
      status: 202,
      answer: 'The memory is stored and its scoring is scheduled.',
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
      'not_found',
      'request_too_large',
      'unsupported_media_type',
      'idempotency_key_reused',
      'owner_limit_reached',
    ),
  );
}

export function RememberPassageRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Remember a passage',
      description:
        'For people who choose what to keep. The memory belongs to the exchange of the passage and is scored like those that its conversation creates. If a memory of this exchange has the same words already, the answer is that memory.',
      status: 202,
      answer: 'The memory is stored and its scoring is scheduled.',
      schema: memorySchema,
      example: {
        ...MEMORY_EXAMPLE,
        ...{ significance: null, significanceValue: null, reason: null },
        ...{ engine: null, rubricVersion: null },
        ...{ scoredAt: null, pin: null, taskId: null },
      },
      headers: { Location: 'Path of the memory.' },
    }),
    ApiResponse({
      status: 200,
      description: 'The exchange has a memory of these words already; nothing is written.',
      standardSchema: memorySchema,
      example: MEMORY_EXAMPLE,
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/RememberPassage' },
      examples: { passage: { value: { narrative: MEMORY_EXAMPLE.narrative } } },
    }),
    ApiIdempotencyKey(),
    ApiProblems(
      'invalid_request',
      'not_found',
      'request_too_large',
      'unsupported_media_type',
      'idempotency_key_reused',
    ),
  );
}

export function ListMemoriesRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List memories',
      description: 'Newest first, in pages; filters can be combined.',
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

export function EditMemoryRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Edit a memory',
      description:
        'Replaces the narrative; the earlier one is kept. The score and the pin stay until the memory is scored again.',
      status: 200,
      answer: 'The memory with its new narrative.',
      schema: memorySchema,
      example: { ...MEMORY_EXAMPLE, editedAt: MEMORY_EXAMPLE.scoredAt },
    }),
    ApiBody({ schema: { $ref: '#/components/schemas/EditMemory' } }),
    ApiProblems('invalid_request', 'request_too_large', 'unsupported_media_type', 'not_found'),
  );
}

export function EarlierNarrativesRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List the earlier narratives of a memory',
      description: 'What people have replaced, oldest first.',
      status: 200,
      answer: 'The narratives.',
      schema: earlierNarrativesSchema,
      example: {
        items: [{ narrative: 'Ada has a daughter.', replacedAt: '2026-11-22T09:30:06.000Z' }],
      },
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function PinMemoryRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Pin a memory',
      description:
        'Pins the memory manually: no score and no other pin removes a manual pin. If the owner then has more than 8 pins, the oldest automatic pin is removed.',
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
        'Removes the pin, whether it is manual or automatic. No later score pins this memory again; it can only be pinned manually.',
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
        'Creates a task that scores the memory again. The current score stays until the new one is stored; a manual pin or unpin always stays.',
      status: 202,
      answer: 'The scoring task.',
      schema: taskSchema,
      example: SCORING_EXAMPLE,
      headers: { Location: 'Path of the task.' },
    }),
    ApiProblems('invalid_request', 'not_found', 'owner_limit_reached'),
  );
}
