import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PartRecord } from './part-record.ts';

const ENDING = { stopSignal: 'SIGTERM', stopGraceMs: 5_000 } as const;

describe('part record', () => {
  let folder = '';
  let child: ChildProcess;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'afterword-record-'));
    child = spawn('sleep', ['60'], { detached: true });
    await once(child, 'spawn');
  });
  afterEach(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  it('stops a process that an earlier run left behind', async () => {
    const exit = once(child, 'exit');
    new PartRecord(folder, 'worker').write(child.pid!);
    expect(await new PartRecord(folder, 'worker').endLeftOver(ENDING)).toBe(true);
    expect(await exit).toEqual([null, 'SIGTERM']);
  });

  it('does not touch an unrelated process with the same pid', async () => {
    new PartRecord(folder, 'worker').write(child.pid!);
    const file = path.join(folder, 'worker.json');
    const recorded = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...recorded, identity: 'another process' }));
    expect(await new PartRecord(folder, 'worker').endLeftOver(ENDING)).toBe(false);
    expect(child.exitCode).toBeNull();
    expect(child.signalCode).toBeNull();
  });
});
