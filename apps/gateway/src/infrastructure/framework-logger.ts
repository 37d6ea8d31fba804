import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'nestjs-pino';

/** Logs messages of the framework: warnings and errors keep their level, the rest becomes debug. */
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
