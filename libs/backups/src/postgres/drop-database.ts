import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const TRIES = 5;
const PAUSE_MS = 500;
const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Drops a database with its sessions, if there is one. An autovacuum of the server may be at work in it
 * for moments; only a superuser may end that, so the drop is tried again.
 * @throws the error of the server
 */
export async function dropDatabase(client: pg.ClientBase, name: string): Promise<void> {
  const statement = `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`;
  for (let tries = 1; ; tries += 1) {
    try {
      await client.query(statement);
      return;
    } catch (error) {
      if (tries === TRIES || !isRefused(error)) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === INSUFFICIENT_PRIVILEGE;
}
