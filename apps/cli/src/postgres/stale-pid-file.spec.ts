import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { clearStalePidFile } from './stale-pid-file.ts';

const ENDING = { stopSignal: 'SIGTERM', stopGraceMs: 20_000 } as const;

describe('the pid file of PostgreSQL', () => {
  let folder: string;
  let pidFile: string;
  let running: ChildProcess;
  beforeEach(async () => {
    folder = await temporaryFolder('pid-file');
    pidFile = path.join(folder, 'postmaster.pid');
  });
  afterEach(async () => {
    running.kill('SIGKILL');
    await rm(folder, { recursive: true });
  });

  /** Runs a program that a pid file names. @param words shown in its command line */
  async function runNamed(...words: readonly string[]): Promise<void> {
    running = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)', '--', ...words], {
      detached: true,
    });
    await once(running, 'spawn');
    writeFileSync(pidFile, `${running.pid}\n${folder}\n`);
  }

  it('is removed when it names an unrelated process, which goes on', async () => {
    await runNamed('something-else');
    await clearStalePidFile(folder, ENDING);
    expect(existsSync(pidFile)).toBe(false);
    expect([running.exitCode, running.signalCode]).toEqual([null, null]);
  });

  it('names a PostgreSQL on this folder: it is stopped', async () => {
    await runNamed('-D', folder);
    const ended = once(running, 'exit');
    await clearStalePidFile(folder, ENDING);
    expect(await ended).toEqual([null, 'SIGTERM']);
  });

  it('is left to PostgreSQL when its process is gone, or when it is damaged', async () => {
    await runNamed();
    running.kill('SIGKILL');
    await once(running, 'exit');
    await clearStalePidFile(folder, ENDING);
    expect(existsSync(pidFile)).toBe(true);
    writeFileSync(pidFile, 'nonsense');
    await clearStalePidFile(folder, ENDING);
    expect(existsSync(pidFile)).toBe(true);
  });
});
