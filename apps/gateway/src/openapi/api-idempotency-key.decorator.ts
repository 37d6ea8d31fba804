import { ApiHeader } from '@nestjs/swagger';

/** Documents that a route takes an `Idempotency-Key`. */
export function ApiIdempotencyKey(): MethodDecorator {
  return ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description:
      'A text of your choice that names this request. Sending the same request again with the same key gives the same answer and does nothing twice; another request with that key is refused.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
    example: '5f0c3c9a-monday-call',
  });
}
