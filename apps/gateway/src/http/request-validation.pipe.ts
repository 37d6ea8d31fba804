import {
  Injectable,
  StandardSchemaValidationPipe,
  type ArgumentMetadata,
  type PipeTransform,
} from '@nestjs/common';
import { InvalidRequestError, toFieldErrors } from './field-errors.ts';

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
      exceptionFactory: (issues) => new InvalidRequestError(toFieldErrors(issues, prefix)),
    });
    return check.transform(value, metadata);
  }
}
