import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const PROGRAM = `
  const loaded = await Promise.all(
    ['drizzle-orm', 'drizzle-orm/pg-core', 'drizzle-orm/node-postgres'].map((name) => import(name)),
  );
  const { user, system } = process.cpuUsage();
  console.log(JSON.stringify({ names: loaded.map(Object.keys), microseconds: user + system }));
`;

interface Start {
  /** Exports of each module. */
  readonly names: readonly (readonly string[])[];
  /** Processor time. */
  readonly microseconds: number;
}

/** Starts a program that uses the database, without what an earlier start has compiled. */
async function start(...options: readonly string[]): Promise<Start> {
  const { NODE_OPTIONS: _options, NODE_COMPILE_CACHE: _cache, ...env } = process.env;
  const args = [...options, '--no-warnings', '--input-type=module', '--eval', PROGRAM];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  return JSON.parse(stdout) as Start;
}

describe('a program that starts quickly', () => {
  it('loads the same modules in less than two thirds of the processor time', async () => {
    const hooks = new URL('start-quickly.ts', import.meta.url).href;
    const [usual, quick] = [await start(), await start('--import', hooks)];
    expect(quick.names).toEqual(usual.names);
    expect(quick.microseconds).toBeLessThan((usual.microseconds * 2) / 3);
  });
});
