import type pg from 'pg';
import { databaseFailure } from '../postgres/database-failure.ts';
import { onConnection } from '../postgres/on-connection.ts';

/** The sequence of the newest event of a database; 0 when there is none. */
export function newestEvent(url: string): Promise<number> {
  return number(url, 'SELECT coalesce(max(sequence), 0) AS n FROM events');
}

/** How many migrations a database has. */
export function schemaVersionOf(url: string): Promise<number> {
  return number(url, 'SELECT count(*) AS n FROM drizzle.__drizzle_migrations');
}

async function number(url: string, statement: string): Promise<number> {
  const read = async (client: pg.Client) => {
    const { rows } = await client.query<{ n: string }>(statement);
    return Number(rows[0]?.n);
  };
  try {
    return await onConnection(url, read);
  } catch (error) {
    throw databaseFailure('The database could not be read.', error);
  }
}
