import type { StandardSchemaValidationPipeOptions } from '@nestjs/common';
import type { Problem } from '#contracts/api';
import { AppError } from '#platform';

type Complaint = NonNullable<StandardSchemaValidationPipeOptions['exceptionFactory']>;
/** What a schema complains about. */
export type Issues = Parameters<Complaint>[0];

/** What is wrong with one field of a request. */
export type FieldError = NonNullable<Problem['errors']>[number];

/** The error of a request that does not fit its schema; names every field that is wrong. */
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
 * Turns what a schema complains about into field errors.
 * @param prefix where the checked value stands in the request, such as `id` or `body`
 */
export function toFieldErrors(issues: Issues, prefix: string): readonly FieldError[] {
  return issues.map(({ path = [], message }) => {
    const keys = path.map((segment) => String(typeof segment === 'object' ? segment.key : segment));
    return { path: keys.length > 0 ? keys.join('.') : prefix, message };
  });
}
