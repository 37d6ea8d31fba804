import { isNativeError } from 'node:util/types';
import { pino, type Logger, type LoggerOptions } from 'pino';
import type { LoggingConfig } from '../config/config.types.ts';
import { wordlessError } from './wordless-error.ts';

export type { Logger } from 'pino';

/** Fields that could carry the words of a conversation or a secret; they never reach a log. */
const REDACTED_FIELDS = [
  'text',
  'words',
  'segments',
  'partial',
  'raw',
  'corrected',
  'edited',
  'narrative',
  'priorDialogue',
  'content',
  'overview',
  'password',
  'apiKey',
  'databaseUrl',
];

const REDACTED_PATHS = [
  ...REDACTED_FIELDS.flatMap((field) => [field, `*.${field}`]),
  // As deep as in the configuration of a process.
  '*.*.apiKey',
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
    hooks: { logMethod: logWithoutWords },
    ...(config.pretty
      ? { transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname' } } }
      : {}),
  };
}

type LogMethodHook = NonNullable<NonNullable<LoggerOptions['hooks']>['logMethod']>;

/** Errors lose their words before anything is taken from them, their message included. */
const logWithoutWords: LogMethodHook = function (args, method) {
  const [first, ...rest] = args;
  method.apply(this, [wordless(first), ...rest]);
};

function wordless(logged: unknown): unknown {
  if (isNativeError(logged)) return wordlessError(logged);
  if (typeof logged !== 'object' || logged === null) return logged;
  const entries = Object.entries(logged);
  if (!entries.some(([, value]) => isNativeError(value))) return logged;
  return Object.fromEntries(
    entries.map(([name, value]) => [name, isNativeError(value) ? wordlessError(value) : value]),
  );
}

/** A logger for a process; derive one with `child({ taskId })` for a piece of work. */
export function createLogger(part: string, config: LoggingConfig): Logger {
  return pino(loggerOptions(part, config));
}
