import pg from 'pg';

/** Asks a database in a connection of its own, so that it may go away between two questions. */
export async function query<Row extends pg.QueryResultRow>(
  connectionString: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  // A server that is killed breaks idle connections, too.
  client.on('error', () => undefined);
  await client.connect();
  return client
    .query<Row>(sql, values)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}
