import pg from 'pg';

export const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Runs statements on a connection of their own, which is always closed.
 * @param url `postgresql://…`
 * @throws what the work threw, or why the connection could not be made or broke
 */
export async function onConnection<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  // A connection that breaks fails its statement; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
