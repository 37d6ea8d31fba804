import { applyDecorators } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import {
  cancelledTasksSchema,
  conversationDetailSchema,
  conversationPageSchema,
  conversationSchema,
} from '#contracts/api';
import { ApiIdempotencyKey } from '../openapi/api-idempotency-key.decorator.ts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import { EXAMPLE } from '../openapi/example-ids.ts';
import { CLIP_EXAMPLE } from './clips/clips.examples.ts';
import { CONVERSATION_EXAMPLE, LISTED_EXAMPLE } from './conversations.examples.ts';
import { CANCELLED_TASKS_EXAMPLE } from '../tasks/tasks.examples.ts';

export function CreateConversationRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Create a conversation',
      description:
        'Creates an empty conversation. Clips and typed turns are added to it afterwards. With a `projectId` of the same owner, agents read it for the reports about that project.',
      status: 201,
      answer: 'The new conversation.',
      schema: conversationSchema,
      example: {
        ...CONVERSATION_EXAMPLE,
        revision: 0,
        summaryRevision: null,
        exchangeCount: 0,
        clipCount: 0,
      },
      headers: { Location: 'Path of the conversation.' },
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/CreateConversation' },
      examples: {
        complete: {
          value: {
            title: 'Launch planning',
            tags: ['launch'],
            glossary: ['Kaito'],
            projectId: EXAMPLE.projectId,
            ownerId: 'ada',
          },
        },
        least: { value: {} },
      },
    }),
    ApiIdempotencyKey(),
    ApiProblems('invalid_request', 'not_found', 'unsupported_media_type', 'idempotency_key_reused'),
  );
}

export function ListConversationsRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List conversations',
      description: 'Newest first, in pages; filters can be combined.',
      status: 200,
      answer: 'A page of conversations.',
      schema: conversationPageSchema,
      example: { items: [LISTED_EXAMPLE], nextCursor: null },
    }),
    ApiProblems('invalid_request'),
  );
}

export function FindConversationRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get a conversation',
      description: 'The conversation with its clips in order, and the task of each clip.',
      status: 200,
      answer: 'The conversation.',
      schema: conversationDetailSchema,
      example: { ...CONVERSATION_EXAMPLE, clips: [CLIP_EXAMPLE] },
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function ChangeConversationRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Change a conversation',
      description:
        'Omitted fields stay unchanged. A new glossary takes effect with the next correction; to apply it to existing text, request a correction of the conversation (`POST /tasks`). A conversation that leaves a project takes its facts out of the reports about it; `projectId: null` takes it out of its project.',
      status: 200,
      answer: 'The changed conversation.',
      schema: conversationSchema,
      example: CONVERSATION_EXAMPLE,
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/ChangeConversation' },
      examples: {
        glossary: { value: { glossary: ['Kaito', 'Project Heron'] } },
        title: { value: { title: 'Launch planning, second round' } },
        project: { value: { projectId: EXAMPLE.projectId } },
        language: { value: { spokenLanguage: 'de' } },
        summaries: { value: { summaryStyle: { template: 'minutes', prompt: null } } },
      },
    }),
    ApiProblems(
      'invalid_request',
      'not_found',
      'unsupported_media_type',
      'summary_prompt_needs_model',
    ),
  );
}

export function StopConversationRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Stop all work on a conversation',
      description:
        'Cancels all open tasks of the conversation, and pending work that has no task yet: that work appears as cancelled tasks, which can be retried. Nothing starts automatically until something is added, edited or requested.',
      status: 202,
      answer: 'The tasks that are being cancelled or were cancelled.',
      schema: cancelledTasksSchema,
      example: CANCELLED_TASKS_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}
