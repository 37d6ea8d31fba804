import pg from 'pg';
import type { SequenceContents } from '../manifest/manifest.ts';
import { nextSequenceValues } from './contents/sequences.ts';
import { databaseFailure } from './database-failure.ts';
import { CONNECT_TIMEOUT_MS } from './on-connection.ts';

/** How often an idle connection is used, so that no router or proxy forgets it. */
const KEEP_ALIVE_MS = 15_000;

/**
 * How often the server looks whether this process is still there while it runs a long statement. Not
 * every platform of servers can.
 */
const SERVER_CHECKS_CLIENT = `SET client_connection_check_interval = '5s'`;

/** Limits that an installation may have for its roles; dumping takes longer than any of them. */
const TIMEOUTS = [
  'idle_in_transaction_session_timeout',
  'idle_session_timeout',
  'statement_timeout',
  'transaction_timeout',
];

/** A moment of a database, which stays visible while it is used. */
export interface DatabaseSnapshot {
  /** For `pg_dump --snapshot`. */
  readonly id: string;
  /** A connection that sees this moment, in a transaction that is read-only. */
  readonly client: pg.ClientBase;
  /** Sequences as they were right after this moment; they do not belong to a snapshot themselves. */
  readonly sequences: readonly SequenceContents[];
  /** Aborted when the work must stop: by the caller, or because the connection broke. */
  readonly signal: AbortSignal;
}

/** The database, and what stops the work. */
export interface SnapshotSource {
  /** `postgresql://…` */
  readonly url: string;
  readonly signal: AbortSignal;
}

/**
 * Runs work on one moment of a database. It blocks no writers. The moment has a connection of its
 * own, outside of any pool.
 * @param work may run for hours
 * @throws what the work threw; AppError `backup_database_failed` when the connection cannot be made
 *   or breaks before the work is done; the abort reason
 */
export async function withSnapshot<Result>(
  { url, signal }: SnapshotSource,
  work: (snapshot: DatabaseSnapshot) => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted();
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  });
  const broken = new AbortController();
  client.on('error', (cause) =>
    broken.abort(databaseFailure('The connection to the database broke.', cause)),
  );
  // Also ends a statement that is running.
  const disconnect = () => void client.end().catch(() => undefined);
  signal.addEventListener('abort', disconnect, { once: true });
  try {
    const taken = await takeSnapshot(client).catch((cause: unknown) => {
      throw databaseFailure('No snapshot of the database could be taken.', cause);
    });
    const result = await keptAlive(client, () =>
      work({ ...taken, client, signal: AbortSignal.any([signal, broken.signal]) }),
    );
    signal.throwIfAborted();
    broken.signal.throwIfAborted();
    return result;
  } catch (error) {
    signal.throwIfAborted();
    broken.signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', disconnect);
    await client.end().catch(() => undefined);
  }
}

async function takeSnapshot(
  client: pg.Client,
): Promise<Pick<DatabaseSnapshot, 'id' | 'sequences'>> {
  await client.connect();
  await client.query(
    `SELECT set_config(name, '0', false) FROM pg_catalog.pg_settings WHERE name = ANY ($1)`,
    [TIMEOUTS],
  );
  await client.query(SERVER_CHECKS_CLIENT).catch(() => undefined);
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const { rows } = await client.query<{ id: string }>('SELECT pg_export_snapshot() AS id');
  return { id: rows[0]?.id ?? '', sequences: await nextSequenceValues(client) };
}

async function keptAlive<Result>(client: pg.Client, work: () => Promise<Result>): Promise<Result> {
  let isAnswered = true;
  const timer = setInterval(() => {
    if (!isAnswered) return;
    isAnswered = false;
    const answered = () => (isAnswered = true);
    void client.query('SELECT 1').then(answered, answered);
  }, KEEP_ALIVE_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
