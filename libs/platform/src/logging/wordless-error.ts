import { isNativeError } from 'node:util/types';

/** A failed statement as the database layer throws it: with its values, which may be text. */
interface FailedStatement extends Error {
  readonly query: string;
  readonly params: unknown;
}

/** Facts about an error that hold no text of a conversation. */
const SAFE_FACTS = ['code', 'severity', 'table', 'constraint', 'syscall', 'address', 'port'];

/**
 * A copy of an error for the log. Database errors quote the values of their statement, and with
 * them what people said: these are left out, also from the causes.
 */
export function wordlessError(error: Error): Error {
  const message = isFailedStatement(error) ? `Failed query: ${error.query}` : error.message;
  const copy = new Error(message, ...causeOf(error));
  Reflect.setPrototypeOf(copy, Reflect.getPrototypeOf(error));
  const facts = Object.entries(error).filter(([name]) => SAFE_FACTS.includes(name));
  return Object.assign(copy, Object.fromEntries(facts), {
    name: error.name,
    stack: [`${error.name}: ${message}`, ...framesOf(error)].join('\n'),
  });
}

function isFailedStatement(error: Error): error is FailedStatement {
  return 'query' in error && typeof error.query === 'string' && 'params' in error;
}

function causeOf(error: Error): [] | [ErrorOptions] {
  return isNativeError(error.cause) ? [{ cause: wordlessError(error.cause) }] : [];
}

function framesOf(error: Error): readonly string[] {
  return (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
}
