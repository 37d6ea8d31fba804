import { applyDecorators } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { actionItemListSchema } from '#contracts/api';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';
import { ACTION_ITEMS_EXAMPLE } from './summaries.examples.ts';

export function ActionItemsRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List the action items of a conversation',
      description:
        'The action items of the newest summary, each with what a person has decided of it. Items that are done stay in the list when a later summary does not find them again; removed items are not listed.',
      status: 200,
      answer: 'The action items; none before the first summary.',
      schema: actionItemListSchema,
      example: ACTION_ITEMS_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function MarkActionItemRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Tick or remove an action item',
      description:
        'Sets where an action item stands: `done`, `removed`, or `open` to take that back. It outlasts every later summary, also when the item is found again in other words.',
      status: 200,
      answer: 'All action items after it.',
      schema: actionItemListSchema,
      example: ACTION_ITEMS_EXAMPLE,
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/MarkActionItem' },
      examples: {
        tick: { value: { state: 'done' } },
        remove: { value: { state: 'removed' } },
        undo: { value: { state: 'open' } },
      },
    }),
    ApiProblems('invalid_request', 'not_found', 'request_too_large', 'unsupported_media_type'),
  );
}
