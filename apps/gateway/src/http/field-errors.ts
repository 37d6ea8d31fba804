import type { StandardSchemaValidationPipeOptions } from '@nestjs/common';
import type { Problem } from '#contracts/api';
import { AppError } from '#platform';

type ExceptionFactory = NonNullable<StandardSchemaValidationPipeOptions['exceptionFactory']>;
/** The issues that a schema reports. */
export type Issues = Parameters<ExceptionFactory>[0];

/** The error of one field of a request. */
export type FieldError = NonNullable<Problem['errors']>[number];

/** The error of a request that does not match its schema; names every invalid field. */
export class InvalidRequestError extends AppError {
  /**
   * @param errors at least one
   * @param message a sentence for people; by default it lists the fields
   */
  constructor(
    readonly errors: readonly FieldError[],
    message?: string,
    cause?: unknown,
  ) {
    const names = [...new Set(errors.map(({ path }) => path))].join(', ');
    super('invalid_request', message ?? `These fields are not valid: ${names}.`, { cause });
  }
}

/**
 * Converts the issues of a schema to field errors.
 * @param prefix location of the validated value in the request, such as `id` or `body`
 */
export function toFieldErrors(issues: Issues, prefix: string): readonly FieldError[] {
  return issues.map(({ path = [], message }) => {
    const keys = path.map((segment) => String(typeof segment === 'object' ? segment.key : segment));
    return { path: keys.length > 0 ? keys.join('.') : prefix, message };
  });
}
