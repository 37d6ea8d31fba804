import { applyDecorators } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { conversationDetailSchema, conversationPageSchema, conversationSchema } from '#contracts';
import { ApiIdempotencyKey } from '../openapi/api-idempotency-key.decorator.ts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import { CLIP_EXAMPLE, CONVERSATION_EXAMPLE } from '../openapi/examples.ts';

export function CreateConversationRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Create a conversation',
      description: 'Makes an empty conversation. Its clips are uploaded to it afterwards.',
      status: 201,
      answer: 'The new conversation.',
      schema: conversationSchema,
      example: { ...CONVERSATION_EXAMPLE, revision: 0, clipCount: 0 },
      headers: { Location: 'Path of the conversation.' },
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/CreateConversation' },
      examples: {
        complete: { value: { title: 'Launch planning', tags: ['launch'], ownerId: 'ada' } },
        least: { value: {} },
      },
    }),
    ApiIdempotencyKey(),
    ApiProblems('invalid_request', 'unsupported_media_type', 'idempotency_key_reused'),
  );
}

export function ListConversationsRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List conversations',
      description: 'The newest first, a page at a time.',
      status: 200,
      answer: 'A page of conversations.',
      schema: conversationPageSchema,
      example: { items: [CONVERSATION_EXAMPLE], nextCursor: null },
    }),
    ApiProblems('invalid_request'),
  );
}

export function FindConversationRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get a conversation',
      description: 'The conversation with its clips in their order, and the task of each clip.',
      status: 200,
      answer: 'The conversation.',
      schema: conversationDetailSchema,
      example: { ...CONVERSATION_EXAMPLE, clips: [CLIP_EXAMPLE] },
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}
