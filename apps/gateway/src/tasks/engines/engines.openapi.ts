import { applyDecorators } from '@nestjs/common';
import { enginesSchema } from '#contracts/api';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';
import { ENGINES_EXAMPLE } from './engines.examples.ts';

export function EnginesRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List the engines',
      description:
        'What tasks may ask for in their `settings`, and what they get when they ask for nothing. The operator chooses.',
      status: 200,
      answer: 'The engines by their names.',
      schema: enginesSchema,
      example: ENGINES_EXAMPLE,
    }),
    ApiProblems(),
  );
}
