import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { query } from '../../../../../test/support/query.ts';
import { newDatabase, type TestDatabase } from '../../../../../test/support/shared-servers.ts';
import { addEveryKind, contentsOf, NEVER } from '../postgres.fixture.ts';
import { withSnapshot } from '../dump-snapshot.ts';
import type { DatabaseContents } from '../../manifest/manifest.ts';
import { readContents } from './database-contents.ts';
import { differencesOf } from './differences.ts';

describe('what a database holds', () => {
  let database: TestDatabase;
  let whole: DatabaseContents;
  beforeAll(async () => {
    database = await newDatabase();
    await addEveryKind(database.url);
    whole = await contentsOf(database.url);
  });
  afterAll(() => database.drop());

  const run = (sql: string) => query(database.url, sql);
  /** The differences that a change makes. */
  async function differencesAfter(change: string): Promise<readonly string[]> {
    const before = await contentsOf(database.url);
    await run(change);
    return differencesOf(before, await contentsOf(database.url));
  }

  it('names all tables and sequences, those of partitions with their parent', () => {
    const names = whole.tables.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['clips', 'drizzle.__drizzle_migrations']));
    expect(names).toEqual(expect.arrayContaining(['halves', 'Odd schema.Odd "table"']));
    expect(names).not.toContain('halves_low');
    expect(whole.tables.find(({ name }) => name === 'halves')?.rows).toBe(50);
    expect(whole.sequences).toEqual(
      expect.arrayContaining([
        { name: 'events_sequence_seq', next: 1 },
        { name: 'tickets', next: 11 },
      ]),
    );
  });

  it('says which schema version and which newest event it has', async () => {
    expect(whole.schemaVersion).toBe(await migrations());
    expect(whole.eventNumber).toBe(0);
    await run(
      `INSERT INTO events (sequence, type, owner_id, conversation_id, data, idempotency_key, created_at)
       VALUES (41, 'conversation_created', 'ada', 'cnv_1', '{}', 'once', now())`,
    );
    expect((await contentsOf(database.url)).eventNumber).toBe(41);
    await run('DELETE FROM events');
  });

  it('is the same in any session, and in any order of rows', async () => {
    const role = `ALTER ROLE CURRENT_USER IN DATABASE ${new URL(database.url).pathname.slice(1)}`;
    const settings = {
      DateStyle: 'SQL, DMY',
      IntervalStyle: 'iso_8601',
      TimeZone: 'Asia/Kolkata',
      extra_float_digits: '-10',
      bytea_output: 'escape',
      search_path: '"Odd schema"',
    };
    for (const [name, value] of Object.entries(settings)) {
      await run(`${role} SET ${name} = '${value}'`.replace(`'"Odd schema"'`, '"Odd schema"'));
    }
    await run('CREATE TABLE public.halves_again AS SELECT * FROM public.halves ORDER BY id DESC');
    await run(
      'DELETE FROM public.halves; INSERT INTO public.halves SELECT * FROM public.halves_again',
    );
    await run('DROP TABLE public.halves_again');
    const elsewhere = await contentsOf(database.url);
    await run(`${role} RESET ALL`);
    expect(elsewhere).toEqual(whole);
  });

  it('leaves the settings of its snapshot as they were', async () => {
    await withSnapshot({ url: database.url, signal: NEVER }, async (snapshot) => {
      await readContents(snapshot);
      const { rows } = await snapshot.client.query('SHOW search_path');
      expect(rows).toEqual([{ search_path: '"$user", public' }]);
    });
  });

  it.each([
    ['small', `'0.10000002'`],
    ['large', '0.3'],
    ['exact', '1.1'],
    ['amount', '12.51'],
    ['flag', 'false'],
    ['words', `E'a "quoted"\\n line\\t, (with) \\\\ ünïcode 🎤'`],
    ['bytes', `'\\xdeadbeee'`],
    ['raw', `'{"b": 1, "a": [1.0]}'`],
    ['tree', `'{"b": 1, "a": [1.00, null]}'`],
    ['day', `'2026-03-30'`],
    ['moment', `'2026-03-29 02:30:00.123457+02'`],
    ['local', `'0044-01-02 BC'`],
    ['clock', `'12:00:00+05:00'`],
    ['duration', `'1 year -2 days 03:04:05.7'`],
    ['list', `ARRAY['x', 'NULL', '"']`],
    ['feeling', `'calm'`],
    ['part', '(1, 2.5)'],
    ['reach', `'[1,6)'`],
    ['address', `'10.0.0.0/9'`],
    ['key', 'NULL'],
    ['lexemes', `'a:1 b:2'`],
    ['bits', `B'01010'`],
    ['place', `'(1.5,0)'`],
  ])('is different when a value of the column %s is', async (column, value) => {
    const change = `UPDATE every_kind SET ${column} = ${value} WHERE id = 1`;
    expect(await differencesAfter(change)).toEqual([
      'The table every_kind has other values in its rows.',
    ]);
  });

  it('tells nothing from the empty text, and minus zero from zero', async () => {
    const other = ['The table every_kind has other values in its rows.'];
    expect(await differencesAfter(`UPDATE every_kind SET words = '' WHERE id = 3`)).toEqual(other);
    expect(await differencesAfter(`UPDATE every_kind SET large = 0 WHERE id = 3`)).toEqual(other);
  });

  it('is different when a row is missing, is new, or is there once more', async () => {
    expect(await differencesAfter('DELETE FROM "Odd schema"."Odd ""table"""')).toEqual([
      'The table Odd schema.Odd "table" has 0 rows instead of 1.',
    ]);
    expect(await differencesAfter(`INSERT INTO twins VALUES ('same')`)).toEqual([
      'The table twins has 4 rows instead of 3.',
    ]);
    const swapped = `UPDATE twins SET word = 'other' WHERE ctid IN (SELECT ctid FROM twins WHERE word = 'same' LIMIT 2)`;
    expect(await differencesAfter(swapped)).toEqual([
      'The table twins has other values in its rows.',
    ]);
  });

  it('does not take two pairs of equal rows for two other pairs', async () => {
    await run(`TRUNCATE twins; INSERT INTO twins VALUES ('a'), ('a'), ('b'), ('b')`);
    const change = `UPDATE twins SET word = CASE word WHEN 'a' THEN 'c' ELSE 'd' END`;
    expect(await differencesAfter(change)).toEqual([
      'The table twins has other values in its rows.',
    ]);
  });

  it('is different when a sequence is behind or gone, not when it is ahead', async () => {
    expect(await differencesAfter(`SELECT setval('tickets', 1)`)).toEqual([
      'The sequence tickets goes on with 6 instead of 11 or more.',
    ]);
    expect(await differencesAfter(`SELECT nextval('tickets')`)).toEqual([]);
    expect(await differencesAfter('DROP SEQUENCE tickets')).toEqual([
      'The sequence tickets is missing.',
    ]);
  });

  it('is different when a table is gone or new, or the schema is another', async () => {
    expect(await differencesAfter('DROP TABLE twins')).toEqual(['The table twins is missing.']);
    expect(await differencesAfter('CREATE TABLE twins ()')).toEqual([
      'The table twins was not there when the backup was made.',
    ]);
    const newer = { ...whole, schemaVersion: 99, eventNumber: 7 };
    expect(differencesOf(newer, whole)).toEqual([
      `The schema version is ${whole.schemaVersion} instead of 99.`,
      'The newest event is 0 instead of 7.',
    ]);
  });

  it('is not read from rows that a policy hides', async () => {
    await run(
      'CREATE TABLE hidden (word text); ALTER TABLE hidden ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY',
    );
    await expect(contentsOf(database.url)).rejects.toMatchObject({
      code: 'backup_database_failed',
    });
    await run('DROP TABLE hidden');
  });

  async function migrations(): Promise<number> {
    const rows = await query<{ n: number }>(
      database.url,
      'SELECT count(*)::int AS n FROM drizzle.__drizzle_migrations',
    );
    return rows[0]?.n ?? 0;
  }
});
