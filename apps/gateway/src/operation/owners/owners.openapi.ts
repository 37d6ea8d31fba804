import { applyDecorators } from '@nestjs/common';
import { ownerUsageSchema, type OwnerUsage } from '#contracts/api';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';

const OWNER_USAGE_EXAMPLE: OwnerUsage = {
  ownerId: 'ada',
  day: '2026-11-22',
  resetsAt: '2026-11-23T00:00:00.000Z',
  tasksInFlight: { used: 3, limit: 50 },
  bytes: { used: 1_843_200, limit: 1_073_741_824 },
  audioMinutes: { used: 42.5, limit: null },
};

export function OwnerUsageRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get the usage of an owner',
      description:
        'The usage of an owner and the configured limits. Over a limit, new work is rejected with `owner_limit_reached` and `Retry-After`; accepted work continues.',
      status: 200,
      answer: 'The usage of today.',
      schema: ownerUsageSchema,
      example: OWNER_USAGE_EXAMPLE,
    }),
    ApiProblems('invalid_request'),
  );
}
