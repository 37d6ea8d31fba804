import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import * as schema from '../schema/index.ts';
import type { Database, Transaction } from './database.ts';

/** How a transaction differs from the ordinary. */
export interface TransactionMode {
  readonly isolationLevel?: 'repeatable read';
  readonly accessMode?: 'read only';
}

type Handle = NodePgDatabase<typeof schema>;
const handles = new WeakMap<PoolClient, Handle>();

/** Reading the schema takes longer than a small transaction, so each connection does it once. */
function handleOf(client: PoolClient): Handle {
  const handle = handles.get(client) ?? drizzle(client, { schema });
  handles.set(client, handle);
  return handle;
}

/**
 * Runs work in a transaction on a connection of its own: all of it is committed, or nothing. The
 * connection goes back to the pool in every case, also when it breaks before the transaction has
 * begun.
 * @throws whatever the work threw, or why the connection broke
 */
export async function inTransaction<Result>(
  db: Database,
  work: (tx: Transaction) => Promise<Result>,
  mode: TransactionMode = {},
): Promise<Result> {
  const client = await db.$client.connect();
  try {
    return await handleOf(client).transaction(work, mode);
  } finally {
    client.release();
  }
}
