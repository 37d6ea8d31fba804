import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import * as schema from '../schema/index.ts';

type Connection = NodePgDatabase<typeof schema>;

/** A connection pool with the schema. Transactions are run by {@link inTransaction} alone. */
export type Database = Omit<Connection, 'transaction'> & { readonly $client: pg.Pool };

/** What runs inside a transaction. */
export type Transaction = Parameters<Parameters<Connection['transaction']>[0]>[0];

/** An open database with its way out. */
export interface OpenDatabase {
  readonly db: Database;
  readonly pool: pg.Pool;
  /** Ends all connections after their running statements. */
  close(): Promise<void>;
}

/**
 * Opens a pool. Connections are made when first needed, so this does not fail when PostgreSQL is
 * away; statements do.
 * @param url `postgresql://…`
 * @param connections most connections to keep
 * @param onError told of connections that broke while idle; the pool replaces them
 */
export function openDatabase(
  url: string,
  connections: number,
  onError: (error: Error) => void,
): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  pool.on('error', onError);
  // One that breaks in use fails its statement; without a listener it would end the process, too.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { db: drizzle(pool, { schema }), pool, close: () => pool.end() };
}
