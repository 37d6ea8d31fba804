import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import { isDatabaseAway } from './database-away.ts';
import * as schema from '../schema/index.ts';
import type { Database, Transaction } from './database.ts';

/** Options that differ from PostgreSQL's defaults. */
export interface TransactionMode {
  readonly isolationLevel?: 'repeatable read';
  readonly accessMode?: 'read only';
}

/** All statements read the same snapshot, such as a text and its revision. */
export const SNAPSHOT = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const;

type Handle = NodePgDatabase<typeof schema>;
const handles = new WeakMap<PoolClient, Handle>();

/** Building a handle takes longer than a small transaction, so each connection keeps one. */
function handleOf(client: PoolClient): Handle {
  const handle = handles.get(client) ?? drizzle(client, { schema });
  handles.set(client, handle);
  return handle;
}

/**
 * Runs work in a transaction on its own connection: all of it is committed, or nothing. The
 * connection is always released to the pool, also when it breaks before the transaction has
 * started.
 * @throws whatever the work threw, or why the connection broke
 */
export async function inTransaction<Result>(
  db: Database,
  work: (tx: Transaction) => Promise<Result>,
  mode: TransactionMode = {},
): Promise<Result> {
  const client = await db.$client.connect();
  try {
    const result = await handleOf(client).transaction(work, mode);
    client.release();
    return result;
  } catch (error) {
    // A connection that does not respond must not be given to anybody else.
    client.release(isDatabaseAway(error));
    throw error;
  }
}
