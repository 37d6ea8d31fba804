import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { openDatabase } from './database.ts';

/** The advisory lock that serialises migrations; an arbitrary fixed number. */
const MIGRATION_LOCK_ID = 4_700_470_047;

const MIGRATIONS_FOLDER = 'libs/store/migrations';

const journalSchema = z.object({ entries: z.array(z.unknown()) });

/** The schema version of this program: how many migrations it has. */
export async function ownSchemaVersion(
  migrationsFolder: string = path.resolve(MIGRATIONS_FOLDER),
): Promise<number> {
  const journal = await readFile(path.join(migrationsFolder, 'meta/_journal.json'), 'utf8');
  return journalSchema.parse(JSON.parse(journal)).entries.length;
}

/**
 * Migrates the database to the current schema. Safe to call from several processes at once.
 * @param url `postgresql://…` of an existing database
 * @param migrationsFolder folder of the SQL files that drizzle-kit wrote
 */
export async function migrateDatabase(
  url: string,
  migrationsFolder: string = path.resolve(MIGRATIONS_FOLDER),
): Promise<void> {
  const database = openDatabase(url, 1, () => undefined);
  const client = await database.pool.connect();
  try {
    // A restore that was interrupted has blocked writers; it can go on only once processes start.
    await client.query('SET default_transaction_read_only = off');
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK_ID]);
    await migrate(drizzle(client), { migrationsFolder });
  } finally {
    // Closes the connection, which releases the lock.
    client.release(true);
    await database.close();
  }
}
