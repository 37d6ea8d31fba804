import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { InstanceLock } from './instance-lock.ts';

describe('instance lock', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'afterword-lock-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('refuses a second holder and names the first', () => {
    new InstanceLock(folder).acquire('http://127.0.0.1:1/app');
    expect(() => new InstanceLock(folder).acquire('http://127.0.0.1:2/app')).toThrow(
      new RegExp(`already runs .*process ${process.pid}, http://127.0.0.1:1/app`),
    );
  });

  it('can be acquired again after it was released', () => {
    const lock = new InstanceLock(folder);
    lock.acquire('a');
    lock.release();
    expect(() => new InstanceLock(folder).acquire('b')).not.toThrow();
  });

  it('replaces the lock of a process that is gone, even if its pid was reused', () => {
    const stale = { pid: process.pid, identity: 'of another boot', page: 'x' };
    writeFileSync(path.join(folder, 'supervisor.json'), JSON.stringify(stale));
    expect(() => new InstanceLock(folder).acquire('b')).not.toThrow();
  });

  it('replaces a truncated lock file', () => {
    writeFileSync(path.join(folder, 'supervisor.json'), '{"pid":');
    expect(() => new InstanceLock(folder).acquire('b')).not.toThrow();
  });
});
