import { execFile } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { freePorts } from '../../../test/support/free-port.ts';

const TYPESCRIPT = [
  '--conditions=afterword-source',
  '--experimental-transform-types',
  '--no-warnings',
];

/** Runs the command `afterword` from its sources. */
function afterword(args: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const env = { PATH: process.env['PATH'], ...settings };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(
      process.execPath,
      [...TYPESCRIPT, 'apps/cli/src/main.ts', ...args],
      { env },
      (error, out, err) => {
        resolve({ code: Number(error?.code ?? 0), out, err });
      },
    );
  });
}

describe('the command afterword', () => {
  it('lists its commands', async () => {
    const { code, out } = await afterword(['--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/start .*run all parts[^]*migrate .*current schema/);
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
});
