import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'nestjs-pino';

/** Log messages of the framework: errors keep their level, everything else is logged as debug. */
export class FrameworkLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...more: unknown[]): void {
    this.logger.debug(message, ...more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.logger.debug(message, ...more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.logger.warn(message, ...more);
  }

  error(message: unknown, ...more: unknown[]): void {
    this.logger.error(message, ...more);
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.logger.fatal(message, ...more);
  }
}
