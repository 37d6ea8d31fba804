import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import * as schema from '../schema/index.ts';

type Connection = NodePgDatabase<typeof schema>;

/** A connection pool with the schema. Only {@link inTransaction} runs transactions. */
export type Database = Omit<Connection, 'transaction'> & { readonly $client: pg.Pool };

/** A database handle inside a transaction. */
export type Transaction = Parameters<Parameters<Connection['transaction']>[0]>[0];

/** An open database that must be closed. */
export interface OpenDatabase {
  readonly db: Database;
  readonly pool: pg.Pool;
  /** Ends all connections after their running statements. */
  close(): Promise<void>;
}

/**
 * Opens a pool. Connections are opened when first needed, so this does not fail when PostgreSQL is
 * unavailable; statements do.
 * @param url `postgresql://…`
 * @param connections maximum number of connections
 * @param onError called when an idle connection breaks; the pool replaces it
 * @param longestStatementMs time after which a statement counts as lost, because the server does not
 *   respond; by default there is no limit
 */
export function openDatabase(
  url: string,
  connections: number,
  onError: (error: Error) => void,
  longestStatementMs = 0,
): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    query_timeout: longestStatementMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  pool.on('error', onError);
  // A connection that breaks in use fails its statement. Without a listener it would also end the
  // process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { db: drizzle(pool, { schema }), pool, close: () => pool.end() };
}
