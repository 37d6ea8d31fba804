import { isNativeError } from 'node:util/types';

/** Codes of Node for connections that cannot be made or broke. */
const NODE_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
]);

/**
 * PostgreSQL's classes of errors for which waiting helps: 08 connection, 53 resources, 57
 * shutdown or start-up, 40 serialisation and deadlock.
 */
const TRANSIENT_CLASS = /^(08|53|57|40)...$/;

/** What the driver says without a code. */
const DRIVER_MESSAGES =
  /connection terminated|timeout exceeded when trying to connect|is not queryable/i;

/**
 * Whether a statement failed because the database was away or busy, so that trying again helps.
 * @param error whatever was thrown; causes are looked into
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!isNativeError(error)) return false;
  if (DRIVER_MESSAGES.test(error.message)) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (NODE_CODES.has(code) || TRANSIENT_CLASS.test(code)) return true;
  // A name with several addresses fails with one error for each.
  const others: unknown = 'errors' in error ? error.errors : [];
  return isDatabaseAway(error.cause) || (Array.isArray(others) && others.some(isDatabaseAway));
}
