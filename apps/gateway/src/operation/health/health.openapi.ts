import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { healthSchema } from '#contracts/api';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';

export function LiveRoute(): MethodDecorator {
  return ApiRoute({
    summary: 'Is the gateway alive?',
    description: 'Answers while the process runs; checks no dependencies.',
    status: 200,
    answer: 'The gateway is alive.',
    schema: healthSchema,
    example: { status: 'ok', checks: {} },
  });
}

export function ReadyRoute(): MethodDecorator {
  const failed = { status: 'failed', message: 'Temporal does not answer.' };
  return applyDecorators(
    ApiRoute({
      summary: 'Is the gateway ready?',
      description:
        'Checks the database, Temporal and the folder of recordings, each for at most two seconds. Also says whether there is a good backup, which does not change the status.',
      status: 200,
      answer: 'All dependencies answer.',
      schema: healthSchema,
      example: {
        status: 'ok',
        checks: {
          database: { status: 'ok' },
          temporal: { status: 'ok' },
          storage: { status: 'ok' },
          backups: {
            status: 'failed',
            message: 'There is no good backup since 2026-11-19T02:00:01.000Z.',
          },
        },
      },
    }),
    ApiResponse({
      status: 503,
      description: 'A dependency does not answer; `checks` names it.',
      standardSchema: healthSchema,
      example: { status: 'degraded', checks: { database: { status: 'ok' }, temporal: failed } },
    }),
  );
}
