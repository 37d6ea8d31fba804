import { ApiHeader } from '@nestjs/swagger';

/** Documents that a route accepts an `Idempotency-Key`. */
export function ApiIdempotencyKey(): MethodDecorator {
  return ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description:
      'A text of your choice that identifies this request. Repeating the request with the same key has no further effect and returns the same result, or 404 when that was deleted meanwhile; a different request with that key is rejected.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
    example: '5f0c3c9a-monday-call',
  });
}
