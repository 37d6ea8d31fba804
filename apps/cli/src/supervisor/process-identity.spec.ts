import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { commandLineOf, identityOf, isAlive } from './process-identity.ts';

describe('the identity of a process', () => {
  it('stays the same while it runs, differs from that of others, and ends with it', async () => {
    const child = spawn('sleep', ['60']);
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    const identity = identityOf(pid);
    expect(identity).not.toBeNull();
    expect(identityOf(pid)).toBe(identity);
    expect(identityOf(process.pid)).not.toBe(identity);
    expect(commandLineOf(pid)).toBe('sleep 60');
    expect([isAlive(pid, identity ?? ''), isAlive(pid, 'of an earlier process')]).toEqual([
      true,
      false,
    ]);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect([identityOf(pid), commandLineOf(pid)]).toEqual([null, '']);
  });
});
