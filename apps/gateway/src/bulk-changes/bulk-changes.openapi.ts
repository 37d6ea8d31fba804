import { applyDecorators } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { bulkChangePageSchema, bulkChangeSchema } from '#contracts/api';
import { ApiIdempotencyKey } from '../openapi/api-idempotency-key.decorator.ts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import {
  BULK_CHANGE_BODIES,
  BULK_CHANGE_EXAMPLE,
  REQUESTED_BULK_CHANGE_EXAMPLE,
} from './bulk-changes.examples.ts';

export function RequestBulkChangeRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Change many things at once',
      description:
        'Starts a task that deletes, restores or archives many things, one after the other: those with the `ids`, the `conversations` that a list shows, or what is in the `bin`. Each is changed as its own route would, so other requests are served meanwhile. What is not there, or is like that already, is counted and left alone. Cancelling the task stops it; what was changed stays. `{"action": "restore", "bin": {"deletedBy": "tsk_…"}}` takes back what the task of a deletion has deleted.',
      status: 202,
      answer: 'The change is scheduled.',
      schema: bulkChangeSchema,
      example: REQUESTED_BULK_CHANGE_EXAMPLE,
      headers: { Location: 'Path of the bulk change.' },
    }),
    ApiBody({
      required: true,
      schema: { $ref: '#/components/schemas/RequestBulkChange' },
      examples: { ...BULK_CHANGE_BODIES },
    }),
    ApiIdempotencyKey(),
    ApiProblems('invalid_request', 'not_found', 'request_too_large', 'idempotency_key_reused'),
  );
}

export function ListBulkChangesRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List bulk changes',
      description: 'Bulk changes of the last 30 days with the state of their tasks, newest first.',
      status: 200,
      answer: 'A page of bulk changes.',
      schema: bulkChangePageSchema,
      example: { items: [BULK_CHANGE_EXAMPLE], nextCursor: null },
    }),
    ApiProblems('invalid_request'),
  );
}

export function FindBulkChangeRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get a bulk change',
      description: 'A bulk change with its progress, and how much it has changed.',
      status: 200,
      answer: 'The bulk change.',
      schema: bulkChangeSchema,
      example: BULK_CHANGE_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}
