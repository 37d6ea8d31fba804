import type pg from 'pg';

/**
 * The version of the server, such as `18.4`, without what a distribution adds to it.
 * @param client a connection to it
 */
export async function readServerVersion(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
  return rows[0]?.server_version.split(' ')[0] ?? '';
}
