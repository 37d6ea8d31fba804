import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { ERROR_DEFINITIONS, type ErrorCode } from '#contracts/model';
import { AppError } from '#platform';
import { toProblem } from '../http/problem.ts';

const SCHEMA = { $ref: '#/components/schemas/Problem' };

/** Errors that every route may return. */
const EVERYWHERE: readonly ErrorCode[] = ['database_unavailable', 'maintenance', 'internal'];

/** Documents the error responses of a route, with an example of each. */
export function ApiProblems(...codes: readonly ErrorCode[]): MethodDecorator {
  const byStatus = Map.groupBy([...codes, ...EVERYWHERE], (code) => ERROR_DEFINITIONS[code].status);
  const responses = [...byStatus].map(([status, group]) =>
    ApiResponse({
      status,
      description: group.map((code) => `\`${code}\`: ${ERROR_DEFINITIONS[code].title}.`).join(' '),
      content: {
        'application/problem+json': {
          schema: SCHEMA,
          examples: Object.fromEntries(group.map((code) => [code, { value: exampleOf(code) }])),
        },
      },
    }),
  );
  return applyDecorators(...responses);
}

function exampleOf(code: ErrorCode) {
  const example = toProblem(
    new AppError(code, ERROR_DEFINITIONS[code].title),
    '/the/path',
    '8c1f5f6e-0d5c-4a9e-9d39-5e9d0c9b7a11',
  );
  if (code !== 'invalid_request') return example;
  return { ...example, errors: [{ path: 'field', message: 'What is wrong with it.' }] };
}
