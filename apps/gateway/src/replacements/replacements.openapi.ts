import { applyDecorators } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { replacementPassagePageSchema, replacementSchema } from '#contracts/api';
import { ApiIdempotencyKey } from '../openapi/api-idempotency-key.decorator.ts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import {
  APPLIED_EXAMPLE,
  PASSAGE_EXAMPLE,
  PREVIEW_EXAMPLE,
  REPLACEMENT_BODIES,
  UNDONE_EXAMPLE,
} from './replacements.examples.ts';

export function PreviewReplacementRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Preview the replacement of words',
      description:
        'Finds where the `forms` are shown in the conversations of an owner, of a project, or in one, as whole words in any case, and keeps that as a preview. Nothing is replaced. A preview is kept for 30 days.',
      status: 201,
      answer: 'The preview, with how many conversations and passages there are.',
      schema: replacementSchema,
      example: PREVIEW_EXAMPLE,
      headers: { Location: 'Path of the replacement.' },
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/PreviewReplacement' },
      examples: { ...REPLACEMENT_BODIES },
    }),
    ApiIdempotencyKey(),
    ApiProblems(
      ...(['invalid_request', 'not_found', 'replacement_too_large'] as const),
      ...(['idempotency_key_reused', 'owner_being_erased'] as const),
      ...(['request_too_large', 'unsupported_media_type'] as const),
    ),
  );
}

export function FindReplacementRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get a replacement',
      description: 'A replacement with its tasks, and what has become of its passages so far.',
      status: 200,
      answer: 'The replacement.',
      schema: replacementSchema,
      example: APPLIED_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function ReplacementPassagesRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List the passages of a replacement',
      description: 'Each passage before and after, and what has become of it, in pages.',
      status: 200,
      answer: 'A page of passages.',
      schema: replacementPassagePageSchema,
      example: { items: [PASSAGE_EXAMPLE], nextCursor: null },
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function ApplyReplacementRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Replace what a preview shows',
      description:
        'Starts a task that gives each passage its new text, as an edit by a person: no later correction writes over it. A passage that is another text by now is left alone and counted. Asking again returns the same task.',
      status: 202,
      answer: 'The replacement is scheduled.',
      schema: replacementSchema,
      example: APPLIED_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function UndoReplacementRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Take a replacement back',
      description:
        'Starts a task that gives each replaced passage the text that it had before. A passage that somebody has changed since is left alone and counted.',
      status: 202,
      answer: 'The undoing is scheduled.',
      schema: replacementSchema,
      example: UNDONE_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found', 'replacement_not_ready'),
  );
}

export function UndoPassageRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Take one passage of a replacement back',
      description:
        'Gives it the text that it had before, unless somebody has changed it since. One that is as before already stays so.',
      status: 200,
      answer: 'The replacement after it.',
      schema: replacementSchema,
      example: UNDONE_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}
