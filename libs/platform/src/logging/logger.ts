import { isNativeError } from 'node:util/types';
import { pino, type Logger, type LoggerOptions } from 'pino';
import type { LoggingConfig } from '../config/config.types.ts';
import { redactedError } from './redacted-error.ts';

export type { Logger } from 'pino';

/** Fields that may hold conversation text or a secret; they are redacted in every log entry. */
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
  // The depth of an engine's key inside a logged configuration.
  '*.*.apiKey',
  'req.headers.authorization',
  'req.headers.cookie',
];

/**
 * The pino options that all processes share.
 * @param part name of the process in each log line: `gateway`, `worker`, `cli`
 */
export function loggerOptions(part: string, config: LoggingConfig): LoggerOptions {
  return {
    level: config.level,
    base: { part },
    redact: { paths: REDACTED_PATHS, censor: '[redacted]' },
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: { logMethod: logRedacted },
    ...(config.pretty
      ? { transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname' } } }
      : {}),
  };
}

type LogMethodHook = NonNullable<NonNullable<LoggerOptions['hooks']>['logMethod']>;

/** Redacts errors before pino derives anything from them, including the default message. */
const logRedacted: LogMethodHook = function (args, method) {
  const [first, ...rest] = args;
  method.apply(this, [redacted(first), ...rest]);
};

function redacted(logged: unknown): unknown {
  if (isNativeError(logged)) return redactedError(logged);
  if (typeof logged !== 'object' || logged === null) return logged;
  const entries = Object.entries(logged);
  if (!entries.some(([, value]) => isNativeError(value))) return logged;
  return Object.fromEntries(
    entries.map(([name, value]) => [name, isNativeError(value) ? redactedError(value) : value]),
  );
}

/**
 * Creates the logger of a process. Derive a child with `child({ taskId })` for each task.
 * @param part name of the process in each log line: `gateway`, `worker`, `cli`
 */
export function createLogger(part: string, config: LoggingConfig): Logger {
  return pino(loggerOptions(part, config));
}
