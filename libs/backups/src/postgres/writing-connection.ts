import type pg from 'pg';
import { onConnection } from './on-connection.ts';

/**
 * Runs statements that write on a connection of their own, also while a restore blocks writers.
 * @param url `postgresql://…`
 * @throws what the work threw, or why the connection could not be made or broke
 */
export function onWritingConnection<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  return onConnection(url, async (client) => {
    await client.query('SET default_transaction_read_only = off');
    return work(client);
  });
}
