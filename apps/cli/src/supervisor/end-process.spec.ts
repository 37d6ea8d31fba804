import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { endProcess } from './end-process.ts';
import { exitOf } from './exit-of.ts';
import { IGNORES_STOP, RUNS } from './test-part.fixture.ts';

const SOON = { stopSignal: 'SIGTERM', stopGraceMs: 100 } as const;
const LATER = { stopSignal: 'SIGTERM', stopGraceMs: 20_000 } as const;

describe('the end of a process', () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  /** A process that has reported that it runs. */
  async function run(code: string): Promise<ChildProcess> {
    const child = spawn(process.execPath, ['--eval', code], {
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    children.push(child);
    await once(child, 'message');
    return child;
  }

  it('is its own when it obeys the signal', async () => {
    const child = await run(RUNS);
    const how = exitOf(child);
    await endProcess(child.pid ?? 0, LATER);
    expect(await how).toBe('SIGTERM');
  });

  it('is forced when it does not', async () => {
    const child = await run(IGNORES_STOP);
    const how = exitOf(child);
    await endProcess(child.pid ?? 0, SOON);
    expect(await how).toBe('SIGKILL');
  });

  it('is nothing when there is no such process', async () => {
    const child = await run(RUNS);
    const how = exitOf(child);
    child.kill('SIGKILL');
    await how;
    await endProcess(child.pid ?? 0, LATER);
  });

  it('is reported with its exit code, or why it could not begin', async () => {
    const child = spawn(process.execPath, ['--eval', 'process.exit(7)']);
    expect(await exitOf(child)).toBe('exit code 7');
    expect(await exitOf(spawn('/nowhere/at-all'))).toContain('ENOENT');
  });
});
