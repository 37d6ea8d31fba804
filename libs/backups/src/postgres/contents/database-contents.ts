import type pg from 'pg';
import type { DatabaseContents, TableContents } from '../../manifest/manifest.ts';
import { databaseFailure } from '../database-failure.ts';
import type { DatabaseSnapshot } from '../dump-snapshot.ts';
import { fixTextOfValues, tableContents } from './table-contents.ts';
import { userTables, type Relation } from './user-tables.ts';

const MIGRATIONS = 'drizzle.__drizzle_migrations';
const EVENTS = 'events';

/**
 * Reads what a database holds at the moment of a snapshot: the rows of every table and a hash of
 * them, where its sequences are, its schema version and its newest event. Equal databases give equal
 * contents, whatever their server, settings and order of rows.
 * @throws AppError `backup_database_failed`; the abort reason of the snapshot
 */
export async function readContents({
  client,
  sequences,
  signal,
}: DatabaseSnapshot): Promise<DatabaseContents> {
  try {
    // Others who use the snapshot keep their own settings.
    await client.query('SAVEPOINT before_contents');
    await fixTextOfValues(client);
    const tables: TableContents[] = [];
    const relations = await userTables(client);
    for (const relation of relations) {
      signal.throwIfAborted();
      tables.push(await tableContents(client, relation));
    }
    const newest = await newestEvent(client, relations);
    await client.query('ROLLBACK TO SAVEPOINT before_contents');
    const schemaVersion = tables.find(({ name }) => name === MIGRATIONS)?.rows ?? 0;
    return { schemaVersion, ...newest, tables, sequences: [...sequences] };
  } catch (error) {
    signal.throwIfAborted();
    throw databaseFailure('The contents of the database could not be read.', error);
  }
}

async function newestEvent(
  client: pg.ClientBase,
  relations: readonly Relation[],
): Promise<Pick<DatabaseContents, 'eventNumber' | 'eventKey'>> {
  const events = relations.find(({ name }) => name === EVENTS);
  if (events === undefined) return { eventNumber: 0, eventKey: null };
  const { rows } = await client.query<{ sequence: string; key: string }>(
    `SELECT sequence, idempotency_key AS key FROM ${events.sql} ORDER BY sequence DESC LIMIT 1`,
  );
  return { eventNumber: Number(rows[0]?.sequence ?? 0), eventKey: rows[0]?.key ?? null };
}
