import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { asError } from './programs/as-error.ts';
import type { PostgresPrograms } from './programs/postgres-programs.ts';
import { RunningProgram } from './programs/running-program.ts';

/**
 * One transaction: a restore that fails, or whose program dies, leaves the database empty; and it is
 * faster, because nothing is committed in between. The first error ends it.
 */
const ARGUMENTS = [
  '--format=custom',
  '--single-transaction',
  '--exit-on-error',
  '--no-owner',
  '--no-privileges',
  '--no-tablespaces',
];

/** What to restore, and where. */
export interface RestoreOptions {
  /** `postgresql://…` of an empty database. */
  readonly url: string;
  /** The bytes of a dump of `dumpDatabase`. */
  readonly input: Readable;
  /** Ends the program. */
  readonly signal: AbortSignal;
}

/**
 * Restores a dump into an empty database: all of it or nothing. Statistics of the tables are not part
 * of it; the server gathers them anew.
 * @throws AppError `backup_database_failed` or `backup_tools_missing`; the error of `input`,
 *   unchanged; the abort reason
 */
export async function restoreDatabase(
  { pgRestore }: PostgresPrograms,
  { url, input, signal }: RestoreOptions,
): Promise<void> {
  // The rest of the connection is in the environment; this form allows any character in the name.
  const database = decodeURIComponent(new URL(url).pathname.slice(1));
  const args = [...ARGUMENTS, `--dbname=dbname='${database.replaceAll(/['\\]/g, '\\$&')}'`];
  const program = new RunningProgram(pgRestore, args, url, signal);
  program.output.resume();
  // Whoever feeds the stream learns why it is not read on.
  program.succeeded.catch((error: unknown) => input.destroy(asError(error)));
  try {
    await feed(program, input);
  } catch (error) {
    if (program.hasEnded) await program.succeeded;
    await program.end();
    throw error;
  }
  await program.succeeded;
}

/**
 * Writes a stream to a program, with back-pressure. The stream is read to its end even when the
 * program is done before, so that whoever hashes it sees all of it.
 */
async function feed(program: RunningProgram, input: Readable): Promise<void> {
  for await (const chunk of input) {
    if (program.input.destroyed || program.input.write(chunk)) continue;
    const drained = once(program.input, 'drain').catch(() => undefined);
    await Promise.race([drained, program.gone]);
  }
  program.input.end();
}
