import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { query } from '../../../../../test/support/query.ts';
import { adminUrl } from '../../../../../test/support/servers.ts';
import { newDatabase, type TestDatabase } from '../../../../../test/support/shared-servers.ts';
import { databaseSizeBytes } from '../database-size.ts';
import { ScratchDatabases } from './scratch-databases.ts';

describe('scratch databases', () => {
  let database: TestDatabase;
  let scratch: ScratchDatabases;
  beforeAll(async () => {
    database = await newDatabase();
    scratch = new ScratchDatabases(database.url);
  });
  afterAll(async () => {
    await scratch.sweep([]);
    await database.drop();
  });

  const names = async (): Promise<readonly string[]> => {
    const rows = await query<{ datname: string }>(database.url, 'SELECT datname FROM pg_database');
    return rows.map(({ datname }) => datname);
  };
  /** How a database encodes and sorts text. */
  const localeOf = (url: string) =>
    query(
      url,
      `SELECT encoding, datlocprovider, datcollate, datctype, datlocale FROM pg_database
       WHERE datname = current_database()`,
    );

  it('are empty, and sort text as the own database does', async () => {
    const { url } = await scratch.create('bkp_01', 'verify');
    expect(await query(url, `SELECT 1 FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
    expect(await localeOf(url)).toEqual(await localeOf(database.url));
  });

  it('say in a comment whose they are, and what for', async () => {
    const { name } = await scratch.create('bkp_02', 'restore');
    const [row] = await query<{ comment: string }>(
      database.url,
      `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = $1`,
      [name],
    );
    expect(JSON.parse(row?.comment ?? '')).toMatchObject({
      afterword: 'scratch',
      installation: new URL(database.url).pathname.slice(1),
      run: 'bkp_02',
      purpose: 'restore',
      createdAt: expect.stringMatching(/^\d{4}-/),
    });
  });

  it('are new for another attempt of the same run', async () => {
    const { url } = await scratch.create('bkp_03', 'verify');
    await query(url, 'CREATE TABLE half_restored ()');
    const again = await scratch.create('bkp_03', 'verify');
    expect(again.url).toBe(url);
    expect(await query(url, `SELECT 1 FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
  });

  it('are gone after their use, whatever happened, also with open connections', async () => {
    const failure = new Error('not the same');
    let name = '';
    const work = scratch.use('bkp_04', 'verify', async (created) => {
      name = created.name;
      const left = new pg.Client({ connectionString: created.url });
      left.on('error', () => undefined);
      await left.connect();
      throw failure;
    });
    await expect(work).rejects.toBe(failure);
    expect(name).not.toBe('');
    expect(await names()).not.toContain(name);
    expect(await scratch.use('bkp_04', 'verify', () => Promise.resolve('done'))).toBe('done');
    expect(await names()).not.toContain(name);
  });

  it('that a dead run has left are swept, and no others', async () => {
    const neighbour = await newDatabase();
    const theirs = await new ScratchDatabases(neighbour.url).create('bkp_05', 'verify');
    const alive = await scratch.create('bkp_06', 'verify');
    const dead = await scratch.create('bkp_07', 'verify');
    const unmarked = await scratch.create('bkp_08', 'verify');
    await query(database.url, `COMMENT ON DATABASE ${unmarked.name} IS NULL`);
    const adopted = await scratch.create('bkp_09', 'verify');
    await query(database.url, `COMMENT ON DATABASE ${adopted.name} IS 'my copy, keep'`);
    const similar = 'afterword_scratch_mine';
    await query(database.url, `CREATE DATABASE ${similar}`);

    const swept = await scratch.sweep(['bkp_06']);
    expect(swept).toEqual(expect.arrayContaining([dead.name, unmarked.name]));
    const left = await names();
    expect(left).toEqual(expect.arrayContaining([theirs.name, alive.name, adopted.name, similar]));
    expect(left).not.toContain(dead.name);
    expect(left).not.toContain(unmarked.name);
    expect(await query(database.url, 'SELECT count(*)::int AS n FROM clips')).toEqual([{ n: 0 }]);

    await query(database.url, `DROP DATABASE ${adopted.name}`);
    await query(database.url, `DROP DATABASE ${similar}`);
    await new ScratchDatabases(neighbour.url).sweep([]);
    await neighbour.drop();
  });

  it('need a role that may create databases, and say so', async () => {
    const admin = adminUrl(database.url);
    await query(admin, `CREATE ROLE plain LOGIN PASSWORD 'plain'`);
    const url = new URL(database.url);
    [url.username, url.password] = ['plain', 'plain'];
    await expect(new ScratchDatabases(url.href).create('bkp_10', 'verify')).rejects.toMatchObject({
      code: 'backup_database_failed',
      retryable: false,
      nextAction: expect.stringContaining('CREATEDB'),
    });
    await query(admin, 'DROP ROLE plain');
  });

  it('have names that only ids can be part of', async () => {
    await expect(scratch.create('x"; DROP', 'verify')).rejects.toThrow(RangeError);
  });

  it('need the space that the size of the own database says', async () => {
    const before = await databaseSizeBytes(database.url);
    await query(
      database.url,
      `CREATE TABLE ballast AS SELECT repeat(md5(i::text), 100) AS words FROM generate_series(1, 10000) i`,
    );
    expect(await databaseSizeBytes(database.url)).toBeGreaterThan(before + 100_000);
    await expect(databaseSizeBytes('postgresql://a:b@127.0.0.1:1/a')).rejects.toMatchObject({
      code: 'backup_database_failed',
    });
  });
});
