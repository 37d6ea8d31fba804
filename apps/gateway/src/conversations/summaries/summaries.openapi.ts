import { applyDecorators } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { summaryEditListSchema, summarySchema } from '#contracts/api';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';
import {
  EDITED_SUMMARY_EXAMPLE,
  SUMMARY_EDITS_EXAMPLE,
  SUMMARY_EXAMPLE,
} from './summaries.examples.ts';

export function SummaryRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get the summary of a conversation',
      description:
        'What a person has made of a summary, or else the newest one. `revision` identifies the text that it summarises; `current` is false when the text has changed since, in which case a new summary follows. Every name, number and date of a summary is said where its points cite; `leftOut` counts what the engine stated without that.',
      status: 200,
      answer: 'The summary.',
      schema: summarySchema,
      example: SUMMARY_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found', 'summary_missing'),
  );
}

export function NewestSummaryRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get the newest summary as it was made',
      description:
        'Without what a person has made of it: to compare, before it is taken instead of an edit.',
      status: 200,
      answer: 'The summary.',
      schema: summarySchema,
      example: SUMMARY_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found', 'summary_missing'),
  );
}

export function EditSummaryRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Edit the summary of a conversation',
      description:
        'Replaces parts of the summary that is shown; parts that are left out stay. Later summaries are stored beside the edit and do not change it: `newer` tells of them. Every version is kept. What was decided of action items stays.',
      status: 200,
      answer: 'The edited summary.',
      schema: summarySchema,
      example: EDITED_SUMMARY_EXAMPLE,
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/EditSummary' },
      examples: {
        overview: { value: { overview: EDITED_SUMMARY_EXAMPLE.overview } },
        keyPoints: { value: { keyPoints: EDITED_SUMMARY_EXAMPLE.keyPoints } },
      },
    }),
    ApiProblems(
      'invalid_request',
      'not_found',
      'summary_missing',
      'request_too_large',
      'unsupported_media_type',
    ),
  );
}

export function SummaryEditsRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List what people have made of the summaries of a conversation',
      description: 'Oldest first, each with its whole content.',
      status: 200,
      answer: 'All edits.',
      schema: summaryEditListSchema,
      example: SUMMARY_EDITS_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function TakeNewestSummaryRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Take the newest summary instead of an edit',
      description:
        'The edit stays in the list of edits, but is no longer shown. Without an edit nothing changes.',
      status: 200,
      answer: 'The summary that is shown now.',
      schema: summarySchema,
      example: SUMMARY_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found', 'summary_missing'),
  );
}
