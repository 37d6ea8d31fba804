import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { identityOf } from '../../apps/cli/src/supervisor/process-identity.ts';
import { eventually } from '../../test/support/eventually.ts';
import { endStuck } from './end-stuck.mjs';

/** Starts a child that waits for ever, prints its process id, and does what follows. */
const withChild = (then: string) => `
  import { spawn } from 'node:child_process';
  const wait = ['--eval', 'setInterval(() => {}, 1000)'];
  console.log(spawn(process.execPath, wait, { detached: true }).pid);
  ${then}`;

async function start(code: string) {
  const program = spawn(process.execPath, ['--input-type=module', '--eval', code]);
  const exit = once(program, 'exit') as Promise<[number | null, string | null]>;
  const [printed] = (await once(program.stdout, 'data')) as [Buffer];
  return { program, exit, childPid: Number(printed.toString()) };
}

describe('a program that has finished its work', () => {
  it('is ended with all that it has started when it does not end by itself', async () => {
    const { program, exit, childPid } = await start(withChild('setInterval(() => {}, 1000)'));
    let stuck = 0;
    endStuck(
      program,
      () => true,
      100,
      () => (stuck += 1),
    );
    expect(await exit).toEqual([null, 'SIGKILL']);
    await eventually(() => expect(identityOf(childPid)).toBeNull());
    expect(stuck).toBe(1);
  });

  it('is left alone while it works, and when it ends in time', async () => {
    const { program, exit, childPid } = await start(
      withChild('setTimeout(() => process.exit(7), 3000)'),
    );
    let asked = 0;
    const stuck: string[] = [];
    endStuck(
      program,
      () => (asked += 1) > 1,
      60_000,
      () => stuck.push('stuck'),
    );
    expect(await exit).toEqual([7, null]);
    process.kill(childPid, 'SIGKILL');
    expect(stuck).toEqual([]);
  });
});
