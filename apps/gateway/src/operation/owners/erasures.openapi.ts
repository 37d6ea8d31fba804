import { applyDecorators } from '@nestjs/common';
import { erasureDetailsSchema, erasurePageSchema, requestedErasureSchema } from '#contracts/api';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';
import {
  ERASURE_DETAILS_EXAMPLE,
  ERASURE_EXAMPLE,
  REQUESTED_ERASURE_EXAMPLE,
} from './erasures.examples.ts';

export function EraseOwnerRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Erase an owner',
      description:
        'Starts a task that erases everything of an owner, also what is in the bin: conversations, memories, projects, recordings, exports, imports, usage, tasks, and runs in Temporal. The change log keeps what happened, without words and with a pseudonym. It cannot be cancelled or undone. From the answer on, the owner gets nothing new (`owner_being_erased`) until it is completed. What is there goes one by one. If the owner is being erased already, that erasure is returned. Backups are not changed, but a restore leaves out who was erased.',
      status: 202,
      answer: 'The erasure and its task.',
      schema: requestedErasureSchema,
      example: REQUESTED_ERASURE_EXAMPLE,
      headers: { Location: 'Path of the erasure.' },
    }),
    ApiProblems(
      ...(['invalid_request', 'unsupported_media_type', 'erasure_not_confirmed'] as const),
      ...(['owner_not_erasable', 'installation_busy'] as const),
    ),
  );
}

export function ListErasuresRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List erasures',
      description: 'All erasures, newest first. Completed ones stay, without the name.',
      status: 200,
      answer: 'A page of erasures.',
      schema: erasurePageSchema,
      example: { items: [ERASURE_EXAMPLE], nextCursor: null },
    }),
    ApiProblems('invalid_request'),
  );
}

export function FindErasureRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get an erasure',
      description: 'What was erased, and which backups may still hold it until when.',
      status: 200,
      answer: 'The erasure.',
      schema: erasureDetailsSchema,
      example: ERASURE_DETAILS_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}
