import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { PartLog } from '../logs/part-log.ts';
import { Reporter } from '../logs/reporter.ts';
import { ManagedPart } from './managed-part.ts';
import { PartRecord } from './part-record.ts';
import { identityOf } from './process-identity.ts';
import { StartError } from './start-error.ts';
import { IGNORES_STOP, RUNS, TestPart } from './test-part.fixture.ts';

describe('a managed part', () => {
  let folder: string;
  let said: string;
  let managed: ManagedPart[];
  beforeEach(async () => {
    folder = await temporaryFolder('managed');
    said = '';
    managed = [];
  });
  afterEach(async () => {
    for (const each of managed) await each.stop();
    await rm(folder, { recursive: true });
  });

  function manage(part: TestPart): ManagedPart {
    const log = new PartLog(path.join(folder, 'logs'), part.name, () => undefined);
    const reporter = new Reporter((text) => (said += text));
    const record = new PartRecord(path.join(folder, 'run'), part.name);
    const each = new ManagedPart(part, log, record, reporter);
    managed.push(each);
    return each;
  }
  const isGone = (pid: number) => expect(identityOf(pid)).toBeNull();
  const recorded = () =>
    (JSON.parse(readFileSync(path.join(folder, 'run/worker.json'), 'utf8')) as { pid: number }).pid;

  it('is started, is ready when it says so, and stops when it is asked to', async () => {
    const part = manage(new TestPart(RUNS));
    await part.start();
    const pid = part.pid ?? 0;
    expect(recorded()).toBe(pid);
    await part.stop();
    isGone(pid);
    expect(part.pid).toBeUndefined();
    expect(said).toBe('');
  });

  it('is started again when it ends by itself, with a note each time', async () => {
    const part = manage(new TestPart(RUNS));
    await part.start();
    const first = part.pid ?? 0;
    process.kill(first, 'SIGKILL');
    await eventually(() => expect(said).toContain('is running again'));
    expect(said).toContain('ended unexpectedly (SIGKILL); starting it again now');
    expect(part.pid).not.toBe(first);
    expect(recorded()).toBe(part.pid);
  });

  it('is prepared before every start', async () => {
    const program = new TestPart(RUNS);
    const part = manage(program);
    await part.start();
    process.kill(part.pid ?? 0, 'SIGKILL');
    await eventually(() => expect(program.prepared).toBe(2));
  });

  it('that ends while it starts is an error with the end of its log', async () => {
    const part = manage(new TestPart(`console.log('no space left'); process.exit(3);`));
    const error: unknown = await part.start().catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(StartError);
    expect(error).toMatchObject({
      message: expect.stringMatching(/^worker ended while starting \(exit code 3\); its log is /),
      details: 'no space left',
    });
  });

  it('that is not ready in time is an error, and is stopped', async () => {
    const part = manage(new TestPart(`setInterval(() => undefined, 1000);`, 200));
    const starting = part.start();
    const pid = await eventually(() => {
      if (part.pid === undefined) throw new Error('it is not started yet');
      return part.pid;
    });
    await expect(starting).rejects.toThrow('was not ready after 0.2 seconds');
    isGone(pid);
  });

  it('that ignores its stop signal is killed after its grace period', async () => {
    const part = manage(new TestPart(IGNORES_STOP, 20_000, 100));
    await part.start();
    const pid = part.pid ?? 0;
    await part.stop();
    isGone(pid);
  });

  it('takes its children with it when it is killed', async () => {
    const forked = `
      import { spawn } from 'node:child_process';
      const child = spawn(process.execPath, ['--eval', 'setInterval(() => undefined, 1000)']);
      process.send(child.pid);
      ${RUNS}`;
    const program = new TestPart(forked);
    const part = manage(program);
    await part.start();
    const child = Number(program.messages.find((message) => typeof message === 'number'));
    expect(identityOf(child)).not.toBeNull();
    process.kill(part.pid ?? 0, 'SIGKILL');
    await eventually(() => isGone(child));
  });

  it('leaves no process behind when it is stopped while it starts', async () => {
    const part = manage(new TestPart(`setInterval(() => undefined, 1000);`));
    const starting = part.start();
    await part.stop();
    await starting;
    expect(part.pid).toBeUndefined();
  });

  it('is stopped by the next start when its supervisor was killed', async () => {
    const lost = manage(new TestPart(RUNS));
    await lost.start();
    const pid = lost.pid ?? 0;
    // The process of the lost supervisor is this one, so only its record is used.
    const next = manage(new TestPart(RUNS));
    await Promise.all([next.endLeftOver(), lost.stop()]);
    isGone(pid);
    expect(said).toContain('a process left over from an earlier run was stopped');
  });
});
