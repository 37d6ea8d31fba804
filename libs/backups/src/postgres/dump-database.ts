import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { isNativeError } from 'node:util/types';
import { AppError } from '#platform';
import { asError } from './programs/as-error.ts';
import type { PostgresPrograms } from './programs/postgres-programs.ts';
import { RunningProgram } from './programs/running-program.ts';

/** Time after which a dump fails that a lock on a table keeps from starting. */
const LOCK_WAIT_MS = 60_000;

/**
 * The custom format, because `pg_restore` reads it from a pipe. Compression and encryption are done
 * by the caller. Owners and privileges are left out: a restore may run as another role.
 */
const ARGUMENTS = [
  '--format=custom',
  '--compress=none',
  '--no-owner',
  '--no-privileges',
  '--no-publications',
  '--no-subscriptions',
  `--lock-wait-timeout=${LOCK_WAIT_MS}`,
];

/** What to dump. */
export interface DumpOptions {
  /** `postgresql://…` */
  readonly url: string;
  /** A snapshot that is open until the dump has ended; see `withSnapshot`. */
  readonly snapshotId: string;
  /** Ends the program: that of the snapshot, so that a dump does not outlast it. */
  readonly signal: AbortSignal;
}

/** A dump that is being made. */
export interface Dump {
  /**
   * The bytes, with back-pressure. It never ends short: when the program fails or is aborted, it
   * errors as `done` rejects. Destroying it ends the program.
   */
  readonly output: Readable;
  /**
   * Resolves when the program has ended well and all bytes were read.
   * @throws AppError `backup_database_failed` or `backup_tools_missing`; the abort reason
   */
  readonly done: Promise<void>;
  /** Process id, while it runs. */
  readonly pid: number | undefined;
}

/** Dumps a whole database as it is in a snapshot. */
export function dumpDatabase(
  { pgDump }: PostgresPrograms,
  { url, snapshotId, signal }: DumpOptions,
): Dump {
  const program = new RunningProgram(
    pgDump,
    [...ARGUMENTS, `--snapshot=${snapshotId}`],
    url,
    signal,
  );
  program.input.end();
  const output = Readable.from(bytesOf(program), { objectMode: false });
  program.succeeded.catch((error: unknown) => output.destroy(asError(error)));
  const done = finished(output).catch((error: unknown) => endEarly(program, error));
  // Who only reads gets the same error from the stream.
  done.catch(() => undefined);
  return { output, done, pid: program.pid };
}

async function* bytesOf(program: RunningProgram): AsyncGenerator {
  yield* program.output;
  await program.succeeded;
}

/** Ends the program of a dump whose bytes are not read on. */
async function endEarly(program: RunningProgram, error: unknown): Promise<never> {
  await program.end();
  throw isUnread(error)
    ? new AppError('backup_database_failed', 'The dump was not read to its end.', { cause: error })
    : error;
}

/** The errors of Node for a stream that its reader has left. */
const UNREAD = ['ABORT_ERR', 'ERR_STREAM_PREMATURE_CLOSE'];

function isUnread(error: unknown): boolean {
  return isNativeError(error) && 'code' in error && UNREAD.includes(String(error.code));
}
