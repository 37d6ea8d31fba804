import { isNativeError } from 'node:util/types';

/** A failed statement as the database layer throws it: its values may be conversation text. */
interface FailedStatement extends Error {
  readonly query: string;
  readonly params: unknown;
}

/** Error properties that never hold conversation text. */
const SAFE_PROPERTIES = ['code', 'severity', 'table', 'constraint', 'syscall', 'address', 'port'];

/**
 * Copies an error for the log without the values of a failed statement, which may be conversation
 * text. The same applies to its causes.
 */
export function redactedError(error: Error): Error {
  const message = isFailedStatement(error) ? `Failed query: ${error.query}` : error.message;
  const copy = new Error(message, ...causeOf(error));
  Reflect.setPrototypeOf(copy, Reflect.getPrototypeOf(error));
  const safe = Object.entries(error).filter(([name]) => SAFE_PROPERTIES.includes(name));
  return Object.assign(copy, Object.fromEntries(safe), {
    name: error.name,
    stack: [`${error.name}: ${message}`, ...framesOf(error)].join('\n'),
  });
}

function isFailedStatement(error: Error): error is FailedStatement {
  return 'query' in error && typeof error.query === 'string' && 'params' in error;
}

function causeOf(error: Error): [] | [ErrorOptions] {
  return isNativeError(error.cause) ? [{ cause: redactedError(error.cause) }] : [];
}

function framesOf(error: Error): readonly string[] {
  return (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
}
