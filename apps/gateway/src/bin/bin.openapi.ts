import { applyDecorators } from '@nestjs/common';
import { binPageSchema, conversationSchema } from '#contracts/api';
import { CONVERSATION_EXAMPLE } from '../conversations/conversations.examples.ts';
import { ApiNoContent } from '../openapi/api-no-content.decorator.ts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import { EXAMPLE } from '../openapi/example-ids.ts';

const THIRTY_DAYS_MS = 30 * 24 * 60 * 60_000;
const KEPT_UNTIL = new Date(Date.parse(EXAMPLE.createdAt) + THIRTY_DAYS_MS).toISOString();

export function DeleteConversationRoute(): MethodDecorator {
  return applyDecorators(
    ApiNoContent({
      summary: 'Delete a conversation',
      description:
        'Moves the conversation with its recordings, transcripts, summaries, memories and tasks to the bin, and cancels its work. From then on every route answers as if it did not exist. Its pins are free, and the reports of its project are made again without its facts; reports that exist stay in the history of the project.\n\nIt can be restored for as many days as the installation has set, 30 by default. With `permanently=true` it cannot, and a task removes it at once with everything that derives from it; that also works for what is in the bin.',
      answer: 'It is in the bin, or on its way to be removed.',
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function RestoreConversationRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Restore a conversation from the bin',
      description:
        'Brings it back as it was. Work that the deletion has cancelled starts again, and its project reads it again. If the owner then has too many pins, the oldest ones that were set automatically go.',
      status: 200,
      answer: 'The restored conversation.',
      schema: conversationSchema,
      example: CONVERSATION_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function ListBinRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List the bin',
      description: 'Deleted conversations that can be restored, most recently deleted first.',
      status: 200,
      answer: 'A page of the bin.',
      schema: binPageSchema,
      example: {
        items: [
          {
            id: EXAMPLE.conversationId,
            ownerId: 'ada',
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
