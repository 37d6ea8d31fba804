import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/** The purpose of a route and its successful response. */
export interface RouteDescription {
  /** A few words. */
  readonly summary: string;
  readonly description: string;
  readonly status: number;
  /** Description of the response. */
  readonly answer: string;
  readonly schema: z.ZodType;
  readonly example: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Documents a route with a JSON response. */
export function ApiRoute(route: RouteDescription): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary: route.summary, description: route.description }),
    ApiResponse({
      status: route.status,
      description: route.answer,
      standardSchema: route.schema,
      example: route.example,
      ...(route.headers ? { headers: headerObjects(route.headers) } : {}),
    }),
  );
}

function headerObjects(headers: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [
      name,
      { description, schema: { type: 'string' as const } },
    ]),
  );
}
