import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { healthSchema } from '#contracts/api';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';

export function LiveRoute(): MethodDecorator {
  return ApiRoute({
    summary: 'Is the gateway alive?',
    description: 'Answers as long as the process does; looks at nothing else.',
    status: 200,
    answer: 'It is.',
    schema: healthSchema,
    example: { status: 'ok', checks: {} },
  });
}

export function ReadyRoute(): MethodDecorator {
  const failed = { status: 'failed', message: 'Temporal does not answer.' };
  return applyDecorators(
    ApiRoute({
      summary: 'Can the gateway serve?',
      description: 'Asks the database and Temporal, each for two seconds at most.',
      status: 200,
      answer: 'Everything answers.',
      schema: healthSchema,
      example: { status: 'ok', checks: { database: { status: 'ok' }, temporal: { status: 'ok' } } },
    }),
    ApiResponse({
      status: 503,
      description: 'Something does not answer; `checks` says what.',
      standardSchema: healthSchema,
      example: { status: 'degraded', checks: { database: { status: 'ok' }, temporal: failed } },
    }),
  );
}
