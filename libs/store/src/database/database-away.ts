import { isNativeError } from 'node:util/types';

/** Node error codes for connections that cannot be opened or that broke. */
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
 * PostgreSQL's classes of transient errors: 08 connection, 53 resources, 57 shutdown or start-up,
 * 40 serialisation and deadlock.
 */
const TRANSIENT_CLASS = /^(08|53|57|40)...$/;

/**
 * Other transient errors: a statement that writes while a restore blocks writers (or the server is a
 * standby), and a connection to a database that is being renamed.
 */
const READ_ONLY = '25006';
const DATABASE_MISSING = '3D000';

/** Messages of driver errors that have no code. */
const DRIVER_MESSAGES =
  /connection terminated|timeout exceeded when trying to connect|is not queryable/i;

/**
 * Whether a statement failed because the database was unavailable or busy, so that a retry helps.
 * @param error whatever was thrown; its causes are checked, too
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!isNativeError(error)) return false;
  if (DRIVER_MESSAGES.test(error.message)) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (NODE_CODES.has(code) || TRANSIENT_CLASS.test(code)) return true;
  if (code === READ_ONLY || code === DATABASE_MISSING) return true;
  // A host name with several addresses fails with one error per address.
  const others: unknown = 'errors' in error ? error.errors : [];
  return isDatabaseAway(error.cause) || (Array.isArray(others) && others.some(isDatabaseAway));
}

/**
 * Whether a statement failed because writers are blocked while a backup is being restored.
 * @param error whatever was thrown; its causes are checked, too
 */
export function isWriteBlocked(error: unknown): boolean {
  if (!isNativeError(error)) return false;
  return ('code' in error && error.code === READ_ONLY) || isWriteBlocked(error.cause);
}
