import {
  Injectable,
  StandardSchemaValidationPipe,
  type ArgumentMetadata,
  type PipeTransform,
} from '@nestjs/common';
import { AppError } from '#platform';
import { type FieldError, InvalidRequestError, toFieldErrors } from './field-errors.ts';

/** An empty cursor is none: the first page is meant. */
function withoutEmptyCursor(value: unknown, { type }: ArgumentMetadata): unknown {
  const isEmpty = type === 'query' && typeof value === 'object' && value !== null;
  if (!isEmpty || !('cursor' in value) || value.cursor !== '') return value;
  const { cursor: _, ...rest } = value;
  return rest;
}

/**
 * Validates every parameter that names a schema (`@Body({ schema })` and similar decorators) and
 * passes on the parsed value, including defaults.
 */
@Injectable()
export class RequestValidationPipe implements PipeTransform {
  /** @throws InvalidRequestError */
  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const prefix = metadata.data ?? metadata.type;
    const check = new StandardSchemaValidationPipe({
      exceptionFactory: (issues) => errorOf(toFieldErrors(issues, prefix)),
    });
    return check.transform(withoutEmptyCursor(value, metadata), metadata);
  }
}

function errorOf(errors: readonly FieldError[]): AppError {
  if (!errors.every(({ path }) => path === 'cursor')) return new InvalidRequestError(errors);
  return new AppError('cursor_invalid', 'The cursor is not one of this list.');
}
