import { applyDecorators } from '@nestjs/common';
import { ownerUsageSchema } from '#contracts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import { OWNER_USAGE_EXAMPLE } from '../openapi/examples.ts';

export function OwnerUsageRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'See what an owner has taken',
      description:
        'What counts towards the limits of an owner, and the limits that are set. Over a limit, more work is refused with `owner_limit_reached` and `Retry-After`; what was accepted goes on.',
      status: 200,
      answer: 'Today so far.',
      schema: ownerUsageSchema,
      example: OWNER_USAGE_EXAMPLE,
    }),
    ApiProblems('invalid_request'),
  );
}
