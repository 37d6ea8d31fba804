import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { query } from '../../../../test/support/query.ts';
import { DATABASE_CREDENTIALS, startPostgres } from '../../../../test/support/servers.ts';
import type { TestServer } from '../../../../test/support/servers.ts';
import { newDatabase } from '../../../../test/support/shared-servers.ts';
import { databaseUrl, type DatabaseAccess } from '../postgres/databases.ts';
import { StartError } from '../supervisor/start-error.ts';
import { DatabaseStep } from './database-step.ts';

const MIGRATIONS = 'libs/store/migrations';
const EMPTY = 'DROP SCHEMA public CASCADE; DROP SCHEMA drizzle CASCADE; CREATE SCHEMA public';

describe('the preparation of the database', () => {
  const stepFor = (access: DatabaseAccess | null, url = 'postgresql://a@127.0.0.1:1/a') =>
    new DatabaseStep(access, url, MIGRATIONS);
  const tasksIn = (url: string) => query(url, 'SELECT count(*)::int AS tasks FROM tasks');

  it('migrates a configured database, and finds nothing to do the next time', async () => {
    const { url, drop } = await newDatabase();
    await query(url, EMPTY);
    for (let start = 0; start < 2; start += 1) {
      await stepFor(null, url).start();
      expect(await tasksIn(url)).toEqual([{ tasks: 0 }]);
    }
    await drop();
  });

  it('reports in one sentence that the database cannot be reached', async () => {
    const error: unknown = await stepFor(null)
      .start()
      .catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(StartError);
    expect(error).toMatchObject({
      message: 'The database could not be migrated to the current schema.',
      details: expect.stringContaining('ECONNREFUSED'),
    });
  });

  describe('of the built-in server', () => {
    let server: TestServer;
    let access: DatabaseAccess;
    beforeAll(async () => {
      server = await startPostgres();
      access = { port: Number(new URL(server.address).port), credentials: DATABASE_CREDENTIALS };
      const admin = new URL(server.address);
      admin.username = 'afterword_admin';
      admin.password = DATABASE_CREDENTIALS.admin;
      admin.pathname = 'postgres';
      await query(admin.href, 'DROP DATABASE afterword WITH (FORCE)');
      await query(admin.href, 'DROP ROLE afterword');
    });
    afterAll(() => server.stop());

    it('creates the database and its role, which is no superuser, once', async () => {
      for (let start = 0; start < 2; start += 1) await stepFor(access).start();
      expect(await tasksIn(databaseUrl(access))).toEqual([{ tasks: 0 }]);
      const roles = await query(
        databaseUrl(access),
        'SELECT rolname, rolsuper FROM pg_roles WHERE rolname = current_user',
      );
      expect(roles).toEqual([{ rolname: 'afterword', rolsuper: false }]);
    });
  });
});
