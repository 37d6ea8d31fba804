import type { OpenDatabase } from '#store';

/** Connections of a test's pool. */
const CONNECTIONS = 8;

/**
 * Counts the rows of a table that the database reads, whatever it returns of them: by PostgreSQL's own statistics, which
 * each connection has to hand over first.
 */
export async function rowsRead(
  { pool }: Pick<OpenDatabase, 'pool'>,
  tables: readonly string[],
): Promise<number> {
  const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => pool.connect()));
  try {
    for (const client of clients) await client.query('SELECT pg_stat_force_next_flush()');
    // Statistics are handed over at the end of the next transaction.
    for (const client of clients) await client.query('SELECT 1');
  } finally {
    for (const client of clients) client.release();
  }
  const { rows } = await pool.query<{ count: string }>(
    `SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) AS count
     FROM pg_stat_user_tables WHERE relname = ANY($1)`,
    [tables],
  );
  return Number(rows[0]?.count);
}
