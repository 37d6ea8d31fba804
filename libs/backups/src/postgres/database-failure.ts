import { isNativeError } from 'node:util/types';
import { AppError } from '#platform';
import { NO_SPACE_ON_SERVER } from './programs/program-failure.ts';

/** PostgreSQL's codes of errors that a person can act on. */
const DISK_FULL = '53100';
const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * The error for a statement or connection that failed. The server's message is not part of it when
 * it may hold the content of rows; it is the cause.
 * @param what a sentence about what was tried
 */
export function databaseFailure(what: string, cause: unknown): AppError {
  const code = codeOf(cause);
  if (code === DISK_FULL) {
    return new AppError('backup_database_failed', `${what} ${NO_SPACE_ON_SERVER.message}`, {
      cause,
      nextAction: NO_SPACE_ON_SERVER.nextAction,
    });
  }
  if (code === INSUFFICIENT_PRIVILEGE) {
    return new AppError(
      'backup_database_failed',
      `${what} The role of the database URL lacks a privilege.`,
      {
        cause,
        retryable: false,
        nextAction:
          'Let the role own the database and create others: ALTER ROLE … CREATEDB, as an administrator of PostgreSQL.',
      },
    );
  }
  return new AppError('backup_database_failed', `${what} (${code})`, { cause });
}

/** PostgreSQL's or the system's code of an error; a general word when it has none. */
function codeOf(error: unknown): string {
  const code = isNativeError(error) && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'connection lost';
}
