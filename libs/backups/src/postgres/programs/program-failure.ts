import { AppError } from '#platform';

/** How a program ended. */
export interface ProgramEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Its last messages, without content; may be empty. */
  readonly messages: string;
}

/** A failure that a person can act on: what its messages say, and the error for it. */
interface KnownFailure {
  readonly pattern: RegExp;
  readonly error: (messages: string) => AppError;
}

/** Why a statement of the server failed for lack of space, as it says. */
export const NO_SPACE_ON_SERVER = {
  message: 'The disk of the PostgreSQL server is full.',
  nextAction:
    'Free space on the disk of the PostgreSQL server: to check a backup, it needs room for a second copy of the database.',
};

const KNOWN: readonly KnownFailure[] = [
  {
    pattern: /SSL support is not compiled in|sslrootcert value "system" invalid/,
    error: (messages) =>
      new AppError(
        'backup_tools_missing',
        `The PostgreSQL programs for backups do not support TLS, which the database requires. ${messages}`,
        {
          nextAction:
            'Install the client programs of PostgreSQL that your distribution or postgresql.org provides, of the version of the server or newer.',
        },
      ),
  },
  {
    pattern: /No space left on device|could not extend file/,
    error: (messages) =>
      new AppError('backup_database_failed', `${NO_SPACE_ON_SERVER.message} ${messages}`, {
        nextAction: NO_SPACE_ON_SERVER.nextAction,
      }),
  },
];

/**
 * The error for a program that failed.
 * @param name such as `pg_dump`
 */
export function programFailure(name: string, { code, signal, messages }: ProgramEnd): AppError {
  const known = KNOWN.find(({ pattern }) => pattern.test(messages));
  if (known !== undefined) return known.error(messages);
  const how =
    signal === null ? `failed with exit code ${code ?? 'unknown'}` : `was ended by ${signal}`;
  const why = messages === '' ? 'It printed no reason.' : messages;
  return new AppError('backup_database_failed', `${name} ${how}. ${why}`, {
    details: { program: name, exitCode: code, signal },
  });
}
