import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';

/** Documents a route whose successful response has no body. */
export function ApiNoContent(route: {
  /** A few words. */
  readonly summary: string;
  readonly description: string;
  /** Description of the response. */
  readonly answer: string;
}): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary: route.summary, description: route.description }),
    ApiResponse({ status: 204, description: route.answer }),
  );
}
