import { applyDecorators } from '@nestjs/common';
import { summarySchema } from '#contracts/api';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';
import { SUMMARY_EXAMPLE } from './summaries.examples.ts';

export function SummaryRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get the summary of a conversation',
      description:
        'The newest summary. `revision` identifies the text that it summarises; `current` is false when the text has changed since, in which case a new summary follows.',
      status: 200,
      answer: 'The summary.',
      schema: summarySchema,
      example: SUMMARY_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found', 'summary_missing'),
  );
}
