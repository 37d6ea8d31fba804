import { applyDecorators } from '@nestjs/common';
import { textVersionPageSchema } from '#contracts/api';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';
import { TEXT_VERSION_EXAMPLE } from './versions.examples.ts';

export function VersionsRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List the earlier versions of a turn',
      description:
        'The text of the turn before it was transcribed again, or before one correction replaced another; newest first. Each version is complete, with all layers of its segments. The current text is in the transcript.',
      status: 200,
      answer: 'A page of versions; empty when the text was never replaced.',
      schema: textVersionPageSchema,
      example: { items: [TEXT_VERSION_EXAMPLE], nextCursor: null },
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}
