import { applyDecorators } from '@nestjs/common';
import { binPageSchema, conversationSchema, memorySchema } from '#contracts/api';
import { CONVERSATION_EXAMPLE } from '../conversations/conversations.examples.ts';
import { MEMORY_EXAMPLE } from '../memories/memories.examples.ts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import { EXAMPLE } from '../openapi/example-ids.ts';
import { DeleteRoute, RestoreRoute } from './bin-routes.openapi.ts';

const THIRTY_DAYS_MS = 30 * 24 * 60 * 60_000;
const KEPT_UNTIL = new Date(Date.parse(EXAMPLE.createdAt) + THIRTY_DAYS_MS).toISOString();

export function DeleteConversationRoute(): MethodDecorator {
  return DeleteRoute(
    'conversation',
    'Moves the conversation with its recordings, transcripts, summaries, memories and tasks to the bin, and cancels its work. From then on every route answers as if it did not exist. Its pins are free, and the reports of its project are made again without its facts; reports that exist stay in the history of the project. Memories that `keepMemories` names stay.',
  );
}

export function RestoreConversationRoute(): MethodDecorator {
  return RestoreRoute(
    'conversation',
    'Brings it back as it was. Work that the deletion has cancelled starts again, and its project reads it again. If the owner then has too many pins, the oldest ones that were set automatically go.',
    { schema: conversationSchema, example: CONVERSATION_EXAMPLE },
  );
}

export function DeleteMemoryRoute(): MethodDecorator {
  return DeleteRoute(
    'memory',
    'Moves the memory with its earlier narratives to the bin. Its pin is free, and it is not scored. Its conversation stays as it is; to score or transcribe it again does not bring the memory back.',
  );
}

export function RestoreMemoryRoute(): MethodDecorator {
  return RestoreRoute(
    'memory',
    'Brings it back as it was, with its pin. If the owner then has too many pins, the oldest ones that were set automatically go. A memory that was not scored yet is scored. While its conversation is in the bin, it cannot be restored by itself.',
    { schema: memorySchema, example: MEMORY_EXAMPLE },
  );
}

export function ListBinRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List the bin',
      description:
        'What was deleted and can be restored, most recently deleted first. What belongs to something that is in the bin as well is not listed; it is again when that is restored.',
      status: 200,
      answer: 'A page of the bin.',
      schema: binPageSchema,
      example: {
        items: [
          {
            kind: 'conversation',
            id: EXAMPLE.conversationId,
            ownerId: 'ada',
            belongsTo: null,
            title: 'Launch planning',
            deletedAt: EXAMPLE.createdAt,
            keptUntil: KEPT_UNTIL,
          },
        ],
        nextCursor: null,
      },
    }),
    ApiProblems('invalid_request'),
  );
}
