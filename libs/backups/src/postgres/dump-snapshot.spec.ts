import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { query } from '../../../../test/support/query.ts';
import { newDatabase, type TestDatabase } from '../../../../test/support/shared-servers.ts';
import { readContents } from './contents/database-contents.ts';
import { withSnapshot, type DatabaseSnapshot } from './dump-snapshot.ts';
import { NEVER } from './postgres.fixture.ts';
import { readServerVersion } from './server-version.ts';

describe('a snapshot of a database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await newDatabase();
    await query(database.url, 'CREATE TABLE notes (word text)');
    await query(
      database.url,
      `ALTER ROLE CURRENT_USER IN DATABASE ${nameOf(database)} SET idle_in_transaction_session_timeout = '50ms'`,
    );
  });
  afterAll(() => database.drop());

  const taken = <Result>(work: (snapshot: DatabaseSnapshot) => Promise<Result>, signal = NEVER) =>
    withSnapshot({ url: database.url, signal }, work);
  const write = (word: string) => query(database.url, `INSERT INTO notes VALUES ('${word}')`);
  const connections = () =>
    query(
      database.url,
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database()
       AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
    );

  it('sees one moment, and lets others write', async () => {
    const seen = await taken(async ({ client }) => {
      await write('later');
      return (await client.query('SELECT * FROM notes')).rows;
    });
    expect(seen).toEqual([]);
    expect(await query(database.url, 'SELECT word FROM notes')).toEqual([{ word: 'later' }]);
  });

  it('has no limit of the time that it is idle for, and can be seen by others', async () => {
    await taken(async ({ id, client }) => {
      const { rows } = await client.query<{ limit: string }>(
        `SELECT current_setting('idle_in_transaction_session_timeout') AS limit`,
      );
      expect(rows).toEqual([{ limit: '0' }]);
      await query(
        database.url,
        `BEGIN ISOLATION LEVEL REPEATABLE READ; SET TRANSACTION SNAPSHOT '${id}'; COMMIT`,
      );
    });
  });

  it('tells the version of its server', async () => {
    expect(await taken(({ client }) => readServerVersion(client))).toMatch(/^18\.\d+$/);
  });

  it('changes nothing', async () => {
    const work = taken(({ client }) => client.query(`INSERT INTO notes VALUES ('never')`));
    await expect(work).rejects.toThrow('read-only');
  });

  it('gives what its work gives or throws, and closes its connection', async () => {
    expect(await taken(() => Promise.resolve('done'))).toBe('done');
    const failure = new Error('no');
    await expect(taken(() => Promise.reject(failure))).rejects.toBe(failure);
    expect(await connections()).toEqual([]);
  });

  it('stops its work with an error when its connection breaks', async () => {
    const work = taken(async ({ client, signal }) => {
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await query(database.url, 'SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      if (!signal.aborted) await once(signal, 'abort');
      return 'a result that nobody may trust';
    });
    await expect(work).rejects.toMatchObject({
      code: 'backup_database_failed',
      message: 'The connection to the database broke. (57P01)',
    });
  });

  it('notices a connection that breaks while nothing uses it', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'performance'] });
    try {
      const used: string[] = [];
      await taken(async ({ client }) => {
        const spy = jest.spyOn(client, 'query');
        await jest.advanceTimersByTimeAsync(60_000);
        used.push(...spy.mock.calls.map(([statement]) => statement));
      });
      expect(used).toContain('SELECT 1');
    } finally {
      jest.useRealTimers();
    }
  });

  it('ends at once with the reason when it is cancelled, also within a statement', async () => {
    const abort = new AbortController();
    const reason = new Error('cancelled');
    const work = taken(async ({ client }) => {
      const sleeping = client.query('SELECT pg_sleep(60)');
      abort.abort(reason);
      await sleeping;
    }, abort.signal);
    await expect(work).rejects.toBe(reason);
    await expect(taken(() => Promise.resolve(), AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('cannot be taken without a server', async () => {
    const url = 'postgresql://a:b@127.0.0.1:1/a';
    await expect(withSnapshot({ url, signal: NEVER }, readContents)).rejects.toMatchObject({
      code: 'backup_database_failed',
      message: 'No snapshot of the database could be taken. (ECONNREFUSED)',
    });
  });
});

function nameOf({ url }: TestDatabase): string {
  return new URL(url).pathname.slice(1);
}
