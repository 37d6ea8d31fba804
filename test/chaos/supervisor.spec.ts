import { createServer } from 'node:net';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadCredentials } from '../../apps/cli/src/postgres/credentials.ts';
import { databaseUrl } from '../../apps/cli/src/postgres/databases.ts';
import { AfterwordProcess, ownSettings } from '../support/afterword-process.ts';
import { eventually } from '../support/eventually.ts';
import { query as ask } from '../support/query.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const TEMPORAL =
  process.env['AFTERWORD_TEMPORAL_CLI'] ?? path.join(PROJECT, '.toolchain/temporal/temporal');

describe('supervisor with the built-in servers', () => {
  let folder = '';
  let settings: Record<string, string> = {};
  let afterword: AfterwordProcess;

  const start = (extra: Record<string, string> = {}) =>
    new AfterwordProcess({
      file: process.execPath,
      args: ['dist/apps/cli/src/main.js', 'start', '--only', 'postgres,temporal'],
      cwd: PROJECT,
      env: { AFTERWORD_TEMPORAL_CLI: TEMPORAL, ...settings, ...extra },
    });
  const query = (sql: string) => {
    const port = Number(settings['AFTERWORD_DATABASE_PORT']);
    return ask(databaseUrl({ port, credentials: loadCredentials(folder) }), sql);
  };
  const kept = async () => expect(await query('select word from kept')).toEqual([{ word: 'yes' }]);

  beforeAll(async () => {
    folder = await temporaryFolder('supervisor');
    settings = await ownSettings(folder);
    afterword = start();
    await afterword.ready();
    await query(`create table kept as select 'yes'::text as word`);
  });
  afterAll(async () => {
    await afterword.end('SIGTERM');
    await afterword.isGone();
    await rm(folder, { recursive: true });
  });

  it('restarts PostgreSQL with its data after it was killed', async () => {
    const pidFile = path.join(folder, 'postgresql', 'postmaster.pid');
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
    await afterword.prints('ended unexpectedly (SIGKILL); starting it again now');
    await eventually(kept);
    await afterword.prints('is running again');
  });

  it('rejects database connections without the password', async () => {
    const url = `postgresql://afterword:wrong@127.0.0.1:${settings['AFTERWORD_DATABASE_PORT']}/afterword`;
    await expect(new pg.Client({ connectionString: url }).connect()).rejects.toThrow(/password/);
  });

  it('refuses a second instance on the same data folder in one sentence', async () => {
    const second = start();
    expect(await second.ended()).toBe(1);
    expect(second.output.trim()).toMatch(/^Afterword already runs on this data folder .*$/);
  });

  it('refuses an occupied port in one sentence', async () => {
    const otherServer = createServer().listen(0, '127.0.0.1');
    await once(otherServer, 'listening');
    const address = otherServer.address();
    const port = String(typeof address === 'object' ? address?.port : '');
    const otherFolder = await temporaryFolder('occupied');
    const other = start({ AFTERWORD_DATA_FOLDER: otherFolder, AFTERWORD_DATABASE_PORT: port });
    expect(await other.ended()).toBe(1);
    expect(other.output.trim()).toMatch(
      /^Port \d+ for PostgreSQL is in use by another program: .*$/,
    );
    otherServer.close();
    await rm(otherFolder, { recursive: true });
  });

  it('stops its servers when it is killed, and the next start finds all data', async () => {
    await afterword.end('SIGKILL');
    await afterword.isGone();
    afterword = start();
    await afterword.ready();
    await kept();
  });

  it('stops all parts on Ctrl-C with exit code 0, even if the signal arrives repeatedly', async () => {
    const ending = afterword.end('SIGINT');
    void afterword.end('SIGINT');
    expect(await ending).toBe(0);
    await afterword.isGone();
    expect(afterword.output).toContain('Stopped.');
    afterword = start();
    await afterword.ready();
  });
});
