import { pino, type Logger, type LoggerOptions } from 'pino';
import type { LoggingConfig } from '../config/config.ts';

export type { Logger } from 'pino';

/** Fields that could carry the words of a conversation or a secret; they never reach a log. */
const REDACTED_PATHS = [
  'text',
  '*.text',
  'words',
  '*.words',
  'password',
  '*.password',
  'databaseUrl',
  '*.databaseUrl',
  'req.headers.authorization',
  'req.headers.cookie',
];

/**
 * The pino options that every process shares.
 * @param part name of the process in each line: `gateway`, `worker`, `cli`
 */
export function loggerOptions(part: string, config: LoggingConfig): LoggerOptions {
  return {
    level: config.level,
    base: { part },
    redact: { paths: REDACTED_PATHS, censor: '[redacted]' },
    timestamp: pino.stdTimeFunctions.isoTime,
    ...(config.pretty
      ? { transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname' } } }
      : {}),
  };
}

/** A logger for a process; derive one with `child({ taskId })` for a piece of work. */
export function createLogger(part: string, config: LoggingConfig): Logger {
  return pino(loggerOptions(part, config));
}
