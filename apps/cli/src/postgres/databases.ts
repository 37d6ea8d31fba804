import pg from 'pg';
import type { Credentials } from './credentials.ts';
import { ADMIN_ROLE } from './cluster.ts';

/** Port and credentials of the built-in PostgreSQL. */
export interface DatabaseAccess {
  readonly port: number;
  readonly credentials: Credentials;
}

const NAME = 'afterword';
const CONNECT_TIMEOUT_MS = 2_000;

/** URL of the product's database, including the password. */
export function databaseUrl({ port, credentials }: DatabaseAccess): string {
  return `postgresql://${NAME}:${credentials.afterword}@127.0.0.1:${port}/${NAME}`;
}

/** Checks that the server accepts connections. @throws the connection error when it does not */
export async function answers(access: DatabaseAccess): Promise<boolean> {
  await asAdmin(access, (client) => client.query('select 1'));
  return true;
}

/** Creates the product's role and database if they are missing. The role is no superuser. */
export async function ensureDatabase(access: DatabaseAccess): Promise<void> {
  await asAdmin(access, async (client) => {
    const password = client.escapeLiteral(access.credentials.afterword);
    const roles = await client.query('select 1 from pg_roles where rolname = $1', [NAME]);
    if (roles.rowCount === 0) {
      await client.query(`create role ${NAME} login createdb password ${password}`);
    }
    const found = await client.query('select 1 from pg_database where datname = $1', [NAME]);
    if (found.rowCount === 0) await client.query(`create database ${NAME} owner ${NAME}`);
  });
}

async function asAdmin(
  { port, credentials }: DatabaseAccess,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: ADMIN_ROLE,
    password: credentials.admin,
    database: 'postgres',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  // A broken connection must not crash the supervisor; the pending query reports the error.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
