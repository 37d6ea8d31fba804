import os from 'node:os';
import { afterEach, describe, expect, it } from '@jest/globals';
import ProcessEnvironment from './environment.mjs';

const projectConfig = { globals: {}, fakeTimers: {} };

describe('the environment of a spec file', () => {
  const environment = new ProcessEnvironment({ projectConfig });
  afterEach(() => environment.teardown());

  it('leaves the process as it was for the next file', async () => {
    const before = { console, exit: process.exit, folder: process.cwd(), env: { ...process.env } };
    await environment.setup();
    process.env['ONLY_OF_THIS_FILE'] = 'yes';
    process.env['NODE_ENV'] = 'another';
    Reflect.deleteProperty(process.env, 'PATH');
    process.chdir(os.tmpdir());
    globalThis.console = Object.create(console) as Console;
    process.exit = Object.assign(() => process.abort(), {});
    environment.fakeTimersModern.useFakeTimers();
    expect(setTimeout).toHaveProperty('clock');

    await environment.teardown();
    expect(process.env).toEqual(before.env);
    expect(process.cwd()).toBe(before.folder);
    expect(console).toBe(before.console);
    expect(process.exit).toBe(before.exit);
    expect(setTimeout).not.toHaveProperty('clock');
  });
});

describe('the tests of every spec file of a process', () => {
  it('have the timeout of their project', () => {
    const timeoutMs: unknown = Reflect.get(globalThis, Symbol.for('TEST_TIMEOUT_SYMBOL'));
    expect(timeoutMs).toBe(globalThis.testTimeoutMs);
  });
});

describe('the modules of a spec file', () => {
  it('are of the realm of Node, so that its errors are instances of Error', async () => {
    const { readFile } = await import('node:fs/promises');
    const error: unknown = await readFile('/no such file').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
  });
});
