import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { eventually } from '../../../../test/support/eventually.ts';
import { startPostgres } from '../../../../test/support/servers.ts';
import { TestStore } from '../store.fixture.ts';
import { CuttingProxy } from './cutting-proxy.fixture.ts';
import { isDatabaseAway } from './database-away.ts';
import { openDatabase } from './database.ts';
import { migrateDatabase } from './migrate.ts';
import { inTransaction } from './transaction.ts';

const ignore = (): undefined => undefined;

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

describe('the database', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  it('migrates once, however many processes do so at the same time', async () => {
    await Promise.all([1, 2, 3].map(() => migrateDatabase(store.url)));
    const journal = await readFile('libs/store/migrations/meta/_journal.json', 'utf8');
    const { entries } = JSON.parse(journal) as { entries: readonly unknown[] };
    expect(await store.count('drizzle.__drizzle_migrations')).toBe(entries.length);
  });

  it('migrates although an interrupted restore has blocked writers, so that processes can start', async () => {
    const name = pg.escapeIdentifier(new URL(store.url).pathname.slice(1));
    const client = await store.database.pool.connect();
    await client.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    const migrated = await errorOf(migrateDatabase(store.url));
    await client.query(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
    client.release();
    expect(migrated).toBeNull();
  });

  it('rolls back a transaction whose work fails, and throws what the work threw', async () => {
    const failure = new Error('second thoughts');
    const work = inTransaction(store.database.db, async (tx) => {
      await tx.execute(sql`CREATE TABLE never_there (id int)`);
      throw failure;
    });
    expect(await errorOf(work)).toBe(failure);
    const [row] = await store.rows(`SELECT to_regclass('never_there') AS found`);
    expect(row?.['found']).toBeNull();
  });

  it('fails only the transaction when its connection ends between two statements', async () => {
    const work = inTransaction(store.database.db, async (tx) => {
      await tx.execute(sql`SELECT 1`);
      await store.killConnections();
      await tx.execute(sql`SELECT 2`);
    });
    expect(isDatabaseAway(await errorOf(work))).toBe(true);
    await eventually(async () => expect(await store.rows('SELECT 1')).toHaveLength(1));
  });

  it('fails only the transaction when its connection ends while it is idle', async () => {
    const idle = "state = 'idle in transaction'";
    const work = inTransaction(store.database.db, async () => {
      await store.killConnections();
      await eventually(async () => expect(await store.sessions(idle)).toBe(0));
    });
    expect(isDatabaseAway(await errorOf(work))).toBe(true);
  });

  it('treats an interrupted statement as retryable', async () => {
    const running = errorOf(store.rows('SELECT pg_sleep(60)'));
    await eventually(async () =>
      expect(await store.sessions(`query LIKE 'SELECT pg_sleep%'`)).toBe(1),
    );
    await store.killConnections();
    expect(isDatabaseAway(await running)).toBe(true);
  });

  it('gives up a statement that takes longer than the limit, and its connection with it', async () => {
    const limited = openDatabase(store.url, 1, ignore, 300);
    const hanging = sql`SELECT pg_sleep(60)`;
    expect(isDatabaseAway(await errorOf(limited.db.execute(hanging)))).toBe(true);
    const work = inTransaction(limited.db, (tx) => tx.execute(hanging));
    expect(isDatabaseAway(await errorOf(work))).toBe(true);
    const { rows } = await inTransaction(limited.db, (tx) => tx.execute(sql`SELECT 7 AS n`));
    expect(rows).toEqual([{ n: 7 }]);
    await store.killConnections();
    await limited.close();
  });

  it('does not treat invalid statements as an unavailable database', async () => {
    const failures = await Promise.all(
      ['SELECT 1/0', 'SELECT * FROM nowhere', `SELECT 'x'::int`].map((s) => errorOf(store.rows(s))),
    );
    expect(failures.map(isDatabaseAway)).toEqual([false, false, false]);
    expect([null, 'ECONNREFUSED', new Error('internal')].some(isDatabaseAway)).toBe(false);
  });

  it('releases connections that break before their transaction has started', async () => {
    const proxy = await CuttingProxy.open(store.url, 'begin');
    const { db, close } = openDatabase(proxy.url, 1, ignore);
    const first = await errorOf(inTransaction(db, () => Promise.resolve()));
    const second = await errorOf(inTransaction(db, () => Promise.resolve()));
    expect([first, second].map(isDatabaseAway)).toEqual([true, true]);
    proxy.cutsAt = null;
    expect(await inTransaction(db, () => Promise.resolve('done'))).toBe('done');
    await close();
    await proxy.close();
  });
});

describe('a database server that stops', () => {
  it('is recognised as unavailable', async () => {
    const server = await startPostgres();
    const { pool, close } = openDatabase(server.address, 2, ignore);
    await pool.query('SELECT 1');
    await server.stop();
    expect(isDatabaseAway(await errorOf(pool.query('SELECT 1')))).toBe(true);
    expect(isDatabaseAway(await errorOf(migrateDatabase(server.address)))).toBe(true);
    await close();
  });

  it('is recognised as unavailable when its host has no address', async () => {
    const { pool, close } = openDatabase('postgresql://a@nowhere.invalid/a', 1, ignore);
    expect(isDatabaseAway(await errorOf(pool.query('SELECT 1')))).toBe(true);
    await close();
  });
});
