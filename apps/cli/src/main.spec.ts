import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestStore } from '../../../libs/store/src/store.fixture.ts';
import { BUILT_COMMAND } from '../../../test/support/built-command.ts';
import { freePorts } from '../../../test/support/free-port.ts';

/** Runs the command `afterword`. */
function afterword(args: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const { PATH, NODE_COMPILE_CACHE, NODE_OPTIONS } = process.env;
  const env = { PATH, NODE_COMPILE_CACHE, NODE_OPTIONS, ...settings };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [BUILT_COMMAND, ...args], { env }, (error, out, err) => {
      resolve({ code: Number(error?.code ?? 0), out, err });
    });
  });
}

describe('the command afterword', () => {
  it('lists its commands', async () => {
    const { code, out } = await afterword(['--help']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /start .*run all parts[^]*migrate .*the current\s+schema[^]*restore .*would change/,
    );
  });

  it('refuses a part that does not exist, and names those that do', async () => {
    const { code, err } = await afterword(['start', '--only', 'gateway,mailer']);
    expect(code).toBe(1);
    expect(err).toContain(
      'There is no part mailer; there are postgres, temporal, worker, gateway.',
    );
  });

  it('reports all invalid settings at once, without a stack trace', async () => {
    const settings = { AFTERWORD_PORT: 'none', AFTERWORD_WORKER_ROLES: 'cook' };
    const { code, err } = await afterword(['start'], settings);
    expect(code).toBe(1);
    expect(err).toMatch(/AFTERWORD_PORT[^]*AFTERWORD_WORKER_ROLES/);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('says in one sentence that the database cannot be migrated', async () => {
    const [port] = await freePorts(1);
    const settings = { AFTERWORD_DATABASE_URL: `postgresql://a@127.0.0.1:${port}/a` };
    const { code, err } = await afterword(['migrate'], settings);
    expect(code).toBe(1);
    expect(err).toMatch(/^\nThe database could not be migrated to the current schema\.\n[^]*ECONN/);
    expect(err).not.toMatch(/\n\s+at /);
  });

  describe('check', () => {
    let store: TestStore;
    beforeAll(async () => {
      store = await TestStore.open();
      await store.runningTask();
    });
    afterAll(() => store.close());

    const check = (...args: readonly string[]) =>
      afterword(['check', ...args], { AFTERWORD_DATABASE_URL: store.url });

    it('says what it has checked and what it cannot check, and exits with 0', async () => {
      const { code, out } = await check();
      expect(code).toBe(0);
      expect(out).toMatch(/Replayed 4 events from the beginning, .* compared 5 rows\./);
      expect(out).toContain('The data is what the change log says.');
      expect(out).toMatch(/Not checked[^]*texts[^]*ADR 9/);
    });

    it('names each difference and exits with 1, until --repair has mended it', async () => {
      const [row] = await store.rows('UPDATE conversations SET revision = 7 RETURNING id');
      const found = await check();
      expect(found.code).toBe(1);
      expect(found.out).toContain(
        `conversations ${String(row?.['id'])} revision: 7, but the log says 0`,
      );
      const repaired = await check('--repair', '--from-beginning');
      expect(repaired.code).toBe(0);
      expect(repaired.out).toContain(`repaired conversations ${String(row?.['id'])}: revision`);
    }, 60_000);

    it('exits with 1 when --repair must leave something to a person', async () => {
      await store.rows(
        `INSERT INTO memories (id, owner_id, narrative, created_at) VALUES ('mem_x', 'ada', 'Hm.', now())`,
      );
      const { code, out } = await check('--repair');
      await store.rows(`DELETE FROM memories WHERE id = 'mem_x'`);
      expect(code).toBe(1);
      expect(out).toContain('memories mem_x: present, but it should be missing');
    });

    it('checks another database by its URL, with the password from the environment', async () => {
      const url = new URL(store.url);
      const settings = { PGPASSWORD: url.password };
      url.password = '';
      expect((await afterword(['check', '--url', url.href], settings)).code).toBe(0);
    });

    it('exits with 2 when it cannot check', async () => {
      const [port] = await freePorts(1);
      const away = { AFTERWORD_DATABASE_URL: `postgresql://a@127.0.0.1:${port}/a` };
      const { code, err } = await afterword(['check'], away);
      expect(code).toBe(2);
      expect(err).toMatch(/^\nThe database cannot be reached: .*ECONN/);
      const nowhere = await afterword(['check'], { AFTERWORD_DATA_FOLDER: '/nonexistent' });
      expect(nowhere.code).toBe(2);
      expect(nowhere.err).toContain('There is no database in /nonexistent');
      expect((await afterword(['check', '--wrong'])).code).toBe(2);
    }, 60_000);
  });
});
