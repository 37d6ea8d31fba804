import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.ts';
import { stillAlive, treeOf } from '../../../../test/support/process-tree.ts';
import { query } from '../../../../test/support/query.ts';
import { adminUrl } from '../../../../test/support/servers.ts';
import { newDatabase, type TestDatabase } from '../../../../test/support/shared-servers.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { differencesOf } from './contents/differences.ts';
import { readContents } from './contents/database-contents.ts';
import { dumpDatabase } from './dump-database.ts';
import { withSnapshot } from './dump-snapshot.ts';
import {
  addEveryKind,
  addSegments,
  contentsOf,
  NEVER,
  neverEnding,
  realPrograms,
  scriptedPrograms,
  streamOf,
  wholeDump,
} from './postgres.fixture.ts';
import type { PostgresPrograms } from './programs/postgres-programs.ts';
import { restoreDatabase } from './restore-database.ts';
import { ScratchDatabases } from './scratch/scratch-databases.ts';

describe('dump and restore', () => {
  let database: TestDatabase;
  let scratch: ScratchDatabases;
  let programs: PostgresPrograms;
  let folder: string;
  beforeAll(async () => {
    database = await newDatabase();
    scratch = new ScratchDatabases(database.url);
    programs = await realPrograms();
    folder = await temporaryFolder('dump');
    await addEveryKind(database.url);
    await addSegments(database.url, 2_000);
  });
  afterAll(async () => {
    await scratch.sweep([]);
    await database.drop();
    await rm(folder, { recursive: true });
  });

  /** Restores bytes into a scratch database. @returns what it holds then */
  const restored = (run: string, input: Readable, signal = NEVER) =>
    scratch.use(run, 'verify', async ({ url }) => {
      await restoreDatabase(programs, { url, input, signal });
      return contentsOf(url);
    });

  describe('of a database with every kind of value', () => {
    it('keep everything', async () => {
      const { bytes, contents } = await wholeDump(database.url);
      expect(contents.tables.find(({ name }) => name === 'every_kind')?.rows).toBe(3);
      expect(differencesOf(contents, await restored('whole', streamOf(bytes)))).toEqual([]);
    });

    it('show one moment, however much is written meanwhile', async () => {
      const writer = new AbortController();
      const writing = writeUntil(database.url, writer.signal);
      const { bytes, contents } = await wholeDump(database.url).finally(() => writer.abort());
      const written = await writing;
      expect(written).toBeGreaterThan(0);
      expect(differencesOf(contents, await contentsOf(database.url))).not.toEqual([]);
      expect(differencesOf(contents, await restored('moment', streamOf(bytes)))).toEqual([]);
    });
  });

  describe('of a damaged dump', () => {
    it('fail wherever it is cut off, and leave the database empty', async () => {
      const { bytes } = await wholeDump(database.url);
      const lengths = [0, 3, 100, bytes.length / 3, bytes.length - 1].map(Math.floor);
      for (const length of lengths) {
        await scratch.use('cut', 'verify', async ({ url }) => {
          const input = streamOf(bytes.subarray(0, length));
          await expect(
            restoreDatabase(programs, { url, input, signal: NEVER }),
          ).rejects.toMatchObject({ code: 'backup_database_failed' });
          expect((await contentsOf(url)).tables).toEqual([]);
        });
      }
    });

    it('fail or are found different when a bit of a row is flipped', async () => {
      const { bytes, contents } = await wholeDump(database.url);
      const at = bytes.indexOf('said again said');
      expect(at).toBeGreaterThan(0);
      for (const bit of [1, 64, 128]) {
        const flipped = Buffer.from(bytes);
        flipped.writeUInt8(flipped.readUInt8(at) ^ bit, at);
        const outcome = await restored('flipped', streamOf(flipped)).then(
          (actual) => differencesOf(contents, actual),
          (error: unknown) => [String(error)],
        );
        expect(outcome.join()).toMatch(/many_segments/);
      }
    });

    it('name what is no dump at all, without its content', async () => {
      const input = streamOf(Buffer.from('my secret diary '.repeat(10_000)));
      const failure = await restored('nonsense', input).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'backup_database_failed' });
      expect(String(failure)).toMatch(/pg_restore failed.*file header/);
      expect(String(failure)).not.toContain('secret');
    });
  });

  describe('that are interrupted', () => {
    it('end the program of a dump at once, and give the reason', async () => {
      const abort = new AbortController();
      const reason = new Error('cancelled');
      const work = withSnapshot({ url: database.url, signal: NEVER }, async ({ id }) => {
        const options = { url: database.url, snapshotId: id, signal: abort.signal };
        const dump = dumpDatabase(programs, options);
        const seen = treeOf(dump.pid ?? 0);
        expect(seen).not.toEqual([]);
        abort.abort(reason);
        await expect(buffer(dump.output)).rejects.toBe(reason);
        await expect(dump.done).rejects.toBe(reason);
        return stillAlive(seen);
      });
      expect(await work).toEqual([]);
    });

    it('end the program of a dump that nobody reads on', async () => {
      await withSnapshot({ url: database.url, signal: NEVER }, async ({ id }) => {
        const dump = dumpDatabase(programs, { url: database.url, snapshotId: id, signal: NEVER });
        for await (const _chunk of dump.output) break;
        await expect(dump.done).rejects.toMatchObject({ code: 'backup_database_failed' });
        expect(treeOf(dump.pid ?? 0)).toEqual([]);
      });
    });

    it('end a restore that waits for bytes, and roll it back', async () => {
      const { bytes } = await wholeDump(database.url);
      const abort = new AbortController();
      const input = neverEnding(bytes.subarray(0, bytes.length / 2));
      await scratch.use('abort', 'verify', async ({ url }) => {
        const work = restoreDatabase(programs, { url, input, signal: abort.signal });
        await eventually(async () => expect(await restoring(url)).toBe(1));
        abort.abort(new Error('cancelled'));
        await expect(work).rejects.toThrow('cancelled');
        await eventually(async () => expect(await restoring(url)).toBe(0));
        expect((await contentsOf(url)).tables).toEqual([]);
      });
    });

    it('pass on why the bytes of a restore could not be read', async () => {
      const { bytes } = await wholeDump(database.url);
      const broken = new Error('the store broke off');
      const input = Readable.from(
        (function* () {
          yield bytes.subarray(0, 100_000);
          throw broken;
        })(),
      );
      await expect(restored('source', input)).rejects.toBe(broken);
    });
  });

  describe('whose program fails', () => {
    const dumpBy = async (script: string) => {
      const scripted = await scriptedPrograms(folder, script);
      const dump = dumpDatabase(scripted, { url: database.url, snapshotId: 'x', signal: NEVER });
      const [read, done] = await Promise.allSettled([buffer(dump.output), dump.done]);
      return { read, done };
    };

    it('never give a short dump as a whole one', async () => {
      const { read, done } = await dumpBy('echo half; echo "pg_dump: error: no luck" >&2; exit 1');
      const reason: unknown = expect.objectContaining({
        code: 'backup_database_failed',
        message: 'pg_dump failed with exit code 1. pg_dump: error: no luck',
      });
      expect([read, done]).toEqual([
        { status: 'rejected', reason },
        { status: 'rejected', reason },
      ]);
    });

    it('say which signal ended it', async () => {
      const { read } = await dumpBy('echo half; kill -9 $$');
      expect(read).toMatchObject({ reason: { message: expect.stringContaining('SIGKILL') } });
    });

    it('tell it to the stream that feeds a restore', async () => {
      const input = neverEnding(Buffer.from('no dump'));
      const broken = once(input, 'error');
      const scripted = await scriptedPrograms(folder, 'echo "pg_restore: error: no" >&2; exit 1');
      const restore = restoreDatabase(scripted, { url: database.url, input, signal: NEVER });
      await expect(restore).rejects.toThrow('pg_restore: error: no');
      expect(await broken).toEqual([await restore.catch((error: unknown) => error)]);
    });

    it.each(['while it runs', 'before it starts'])(
      'kill it when it is cancelled %s',
      async (when) => {
        const reason = new Error('cancelled');
        const scripted = await scriptedPrograms(
          folder,
          'trap "" TERM; echo begun; while true; do sleep 1; done',
        );
        const abort = new AbortController();
        if (when === 'before it starts') abort.abort(reason);
        const options = { url: database.url, snapshotId: 'x', signal: abort.signal };
        const dump = dumpDatabase(scripted, options);
        if (when === 'while it runs') await once(dump.output, 'readable');
        abort.abort(reason);
        await expect(dump.done).rejects.toBe(reason);
        expect(treeOf(dump.pid ?? 0)).toEqual([]);
      },
    );

    it('have given it the connection, and nothing else of ours', async () => {
      const others = { AFTERWORD_LANGUAGE_API_KEY: 'secret', PGHOSTADDR: '192.0.2.1' };
      Object.assign(process.env, others);
      const scripted = await scriptedPrograms(folder, 'env');
      const options = { url: database.url, snapshotId: 'x', signal: NEVER };
      const printed = await text(dumpDatabase(scripted, options).output);
      for (const name of Object.keys(others)) Reflect.deleteProperty(process.env, name);
      expect(printed).toContain('PGHOST=127.0.0.1\n');
      expect(printed).not.toMatch(/AFTERWORD_|HOSTADDR/);
    });

    it('say that it cannot be started', async () => {
      const gone = { pgDump: '/nowhere/pg_dump', pgRestore: '/nowhere/pg_restore', version: '18' };
      const dump = dumpDatabase(gone, { url: database.url, snapshotId: 'x', signal: NEVER });
      await expect(dump.done).rejects.toMatchObject({ code: 'backup_tools_missing' });
      const restore = { url: database.url, input: streamOf(Buffer.from('x')), signal: NEVER };
      await expect(restoreDatabase(gone, restore)).rejects.toMatchObject({
        code: 'backup_tools_missing',
      });
    });

    it('say that it needs TLS, and that its disk is full', async () => {
      const tls =
        'echo "pg_dump: error: sslmode value \\"require\\" invalid when SSL support is not compiled in" >&2; exit 1';
      expect((await dumpBy(tls)).done).toMatchObject({ reason: { code: 'backup_tools_missing' } });
      const full =
        'echo "pg_restore: error: could not extend file: No space left on device" >&2; exit 1';
      expect((await dumpBy(full)).done).toMatchObject({
        reason: { nextAction: expect.stringContaining('Free space') },
      });
    });

    it('name a snapshot that is over, and a database that is not there', async () => {
      const dump = dumpDatabase(programs, {
        url: database.url,
        ...{ snapshotId: '00000003-0000001B-1', signal: NEVER },
      });
      await expect(dump.done).rejects.toThrow(/pg_dump failed.*snapshot/);
      const url = new URL('/it%27s%20not%3Dthere', database.url).href;
      const restore = { url, input: streamOf(Buffer.from('')), signal: NEVER };
      await expect(restoreDatabase(programs, restore)).rejects.toMatchObject({
        code: 'backup_database_failed',
      });
    });
  });

  it('connect with any password, which no other user of the machine can see', async () => {
    const password = `p@ss/w:rd %25'"\\ ünïcode`;
    const admin = adminUrl(database.url);
    await query(admin, `CREATE ROLE reader LOGIN PASSWORD '${password.replaceAll("'", "''")}'`);
    await query(admin, 'GRANT pg_read_all_data TO reader');
    const url = new URL(database.url);
    [url.username, url.password] = ['reader', encodeURIComponent(password)];
    await withSnapshot({ url: url.href, signal: NEVER }, async (snapshot) => {
      const options = { url: url.href, snapshotId: snapshot.id, signal: NEVER };
      const dump = dumpDatabase(programs, options);
      const seen = await readFile(`/proc/${dump.pid}/cmdline`, 'utf8');
      expect(seen).toContain('--no-owner');
      expect(seen).not.toContain('p@ss');
      const bytes = await buffer(dump.output);
      const contents = await readContents(snapshot);
      expect(differencesOf(contents, await restored('reader', streamOf(bytes)))).toEqual([]);
    });
    await query(admin, 'DROP OWNED BY reader; DROP ROLE reader');
  });
});

/** Changes rows, and adds and removes some, until it is told to stop. @returns how often */
async function writeUntil(url: string, signal: AbortSignal): Promise<number> {
  let rounds = 0;
  for (; !signal.aborted; rounds += 1) {
    await query(
      url,
      `UPDATE many_segments SET raw = raw || '.' WHERE id = 'seg_${1 + (rounds % 2_000)}';
       INSERT INTO twins VALUES ('late');
       DELETE FROM halves WHERE id = ${50 - rounds};
       INSERT INTO nothing_yet (note) VALUES ('late');
       SELECT nextval('tickets')`,
    );
  }
  return rounds;
}

/** The number of connections of `pg_restore` that have begun. */
async function restoring(url: string): Promise<number> {
  const rows = await query<{ n: number }>(
    url,
    `SELECT count(*)::int AS n FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'pg_restore' AND xact_start IS NOT NULL`,
  );
  return rows[0]?.n ?? 0;
}
