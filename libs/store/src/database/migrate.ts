import path from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { openDatabase } from './database.ts';

/** The advisory lock that serialises migrations; an arbitrary fixed number. */
const MIGRATION_LOCK_ID = 4_700_470_047;

/**
 * Migrates the database to the current schema. Safe to call from several processes at once.
 * @param url `postgresql://…` of an existing database
 * @param migrationsFolder folder of the SQL files that drizzle-kit wrote
 */
export async function migrateDatabase(
  url: string,
  migrationsFolder: string = path.resolve('libs/store/migrations'),
): Promise<void> {
  const database = openDatabase(url, 1, () => undefined);
  const client = await database.pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK_ID]);
    await migrate(drizzle(client), { migrationsFolder });
  } finally {
    // Closes the connection, which releases the lock.
    client.release(true);
    await database.close();
  }
}
