import { databaseFailure } from './database-failure.ts';
import { onConnection } from './on-connection.ts';

/**
 * Size of a database on the disk of its server, with indexes, in bytes. A dump is smaller as a rule;
 * values that the server stores compressed are larger in it.
 * @param url `postgresql://…`
 * @throws AppError `backup_database_failed`
 */
export async function databaseSizeBytes(url: string): Promise<number> {
  try {
    return await onConnection(url, async (client) => {
      const statement = 'SELECT pg_database_size(current_database()) AS bytes';
      const { rows } = await client.query<{ bytes: string }>(statement);
      return Number(rows[0]?.bytes);
    });
  } catch (error) {
    throw databaseFailure('The size of the database could not be read.', error);
  }
}
