/** Codes of Node for connections that cannot be made or broke. */
const NODE_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/**
 * PostgreSQL's classes of errors for which waiting helps: 08 connection, 53 resources, 57
 * shutdown or start-up, 40 serialisation and deadlock.
 */
const TRANSIENT_CLASSES = new Set(['08', '53', '57', '40']);

/** Whether a statement failed because the database was away or busy, so that trying again helps. */
export function isConnectionError(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (/connection terminated|timeout exceeded when trying to connect/i.test(current.message)) {
      return true;
    }
    const code = 'code' in current ? current.code : undefined;
    if (typeof code !== 'string') continue;
    if (NODE_CODES.has(code)) return true;
    if (code.length === 5 && TRANSIENT_CLASSES.has(code.slice(0, 2))) return true;
  }
  return false;
}
