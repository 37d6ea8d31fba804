import { isError } from './is-error.ts';

const CONNECTION_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  // PostgreSQL: too many connections, shut down by its administrator, crashed, still starting.
  '53300',
  '57P01',
  '57P02',
  '57P03',
]);
/** SQLSTATE class of connection exceptions. */
const CONNECTION_CLASS = /^08...$/;
/** The driver says these without a code. */
const DRIVER_MESSAGES = /timeout exceeded when trying to connect|connection terminated/i;

/** Whether an error says that PostgreSQL cannot be reached, whatever it is wrapped in. */
export function isDatabaseAway(error: unknown): boolean {
  if (!isError(error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (CONNECTION_CODES.has(code) || CONNECTION_CLASS.test(code)) return true;
  if (DRIVER_MESSAGES.test(error.message)) return true;
  const inner = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  return isDatabaseAway(error.cause) || inner.some(isDatabaseAway);
}
