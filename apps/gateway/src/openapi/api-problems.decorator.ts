import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { ErrorCode } from '#contracts/model';
import { problemResponses } from './problem-responses.ts';

/** Errors that every route may return. */
const EVERYWHERE: readonly ErrorCode[] = ['database_unavailable', 'maintenance', 'internal'];

/** Documents the error responses of a route, with an example of each. */
export function ApiProblems(...codes: readonly ErrorCode[]): MethodDecorator {
  const responses = [...problemResponses([...codes, ...EVERYWHERE])].map(([status, response]) =>
    ApiResponse({ status, ...response }),
  );
  return applyDecorators(...responses);
}
