import { applyDecorators } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { exchangeSchema } from '#contracts/api';
import { ApiIdempotencyKey } from '../../openapi/api-idempotency-key.decorator.ts';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';
import { EXCHANGE_EXAMPLE } from './exchanges.examples.ts';

const TURNS = [
  { speaker: 'Ada', text: 'Shall we launch on Monday?' },
  { speaker: 'Kaito', text: 'Yes. I will tell the printer today.' },
];

export function AddExchangeRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Add typed turns',
      description:
        'Adds one or more turns to the end of the conversation, as one exchange. The response is sent as soon as they are stored; they are corrected, summarised and scored in the background. Turns that are long enough become a memory at once. A turn has at most 20,000 characters; a longer one is refused with `turn_too_long`.',
      status: 202,
      answer: 'The turns are stored and their processing is scheduled.',
      schema: exchangeSchema,
      example: EXCHANGE_EXAMPLE,
      headers: { Location: 'Path of the conversation.' },
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/AddExchange' },
      examples: {
        exchange: { value: { turns: TURNS } },
        oneTurn: { value: { turns: TURNS.slice(0, 1) } },
        oneOfMany: { value: { turns: TURNS, priority: 'batch' } },
      },
    }),
    ApiIdempotencyKey(),
    ApiProblems(
      'invalid_request',
      'not_found',
      'request_too_large',
      'turn_too_long',
      'unsupported_media_type',
      'idempotency_key_reused',
      'owner_limit_reached',
    ),
  );
}
