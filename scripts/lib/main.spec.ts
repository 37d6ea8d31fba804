import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { eventually } from '../../test/support/eventually.ts';
import { inProject } from './paths.mjs';

const LIBRARY = JSON.stringify(inProject('scripts/lib/main.mjs'));
const ERRORS = JSON.stringify(inProject('scripts/lib/set-up-error.mjs'));
/** Says that it runs, and answers a signal with exit code 5. */
const OBEYS = `process.on('SIGTERM', () => process.exit(5)); console.log('runs'); setInterval(() => {}, 1000)`;

/** Runs a script whose body is given. @param onOutput called with all output after each piece */
async function runScript(body: string, onOutput: (all: string, pid: number) => void = () => {}) {
  const code = `
    import { main, runInForeground } from ${LIBRARY};
    import { SetUpError } from ${ERRORS};
    await main(async () => { ${body} });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code]);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      onOutput(output, child.pid ?? 0);
    });
  }
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, output };
}

const foreground = (code: string) =>
  `runInForeground(process.execPath, ['--eval', ${JSON.stringify(code)}], {})`;

describe('a script', () => {
  it('ends with the exit code of its body', async () => {
    expect(await runScript('return 3')).toEqual({ exitCode: 3, output: '' });
  });

  it('shows what a person can do about a failed set-up, without a stack trace', async () => {
    const failed = `throw new SetUpError('Install Python.', 'no python3\\nno python')`;
    expect(await runScript(failed)).toEqual({
      exitCode: 1,
      output: '\nInstall Python.\n\n    no python3\n    no python\n',
    });
  });

  it('shows any other error whole', async () => {
    const { exitCode, output } = await runScript(`throw new Error('a mistake')`);
    expect(exitCode).not.toBe(0);
    expect(output).toMatch(/a mistake\n\s+at /);
  });

  it('passes a signal on to all programs in the foreground, and waits for them', async () => {
    const body = `
      const codes = await Promise.all([${foreground(OBEYS)}, ${foreground(OBEYS)}]);
      console.log('codes', codes.join());
      return codes[0];`;
    let asked = false;
    const { exitCode, output } = await runScript(body, (all, pid) => {
      if (asked || all.split('runs').length < 3) return;
      asked = true;
      process.kill(pid, 'SIGTERM');
    });
    expect({ exitCode, output: output.replaceAll('runs\n', '') }).toEqual({
      exitCode: 5,
      output: 'codes 5,5\n',
    });
  });

  it('ends at once on a signal during set-up', async () => {
    const waits = `console.log('waits'); await new Promise((done) => setTimeout(done, 60_000));`;
    const { exitCode } = await runScript(waits, (_all, pid) => process.kill(pid, 'SIGTERM'));
    expect(exitCode).toBe(128 + 15);
  });

  it('leaves no program in the foreground behind when it is killed', async () => {
    const stops = `process.on('disconnect', () => process.exit()); console.log('pid', process.pid); setInterval(() => {}, 1000)`;
    let inner = 0;
    await runScript(`return ${foreground(stops)}`, (all, pid) => {
      const found = /pid (\d+)\n/.exec(all);
      if (!found) return;
      inner = Number(found[1]);
      process.kill(pid, 'SIGKILL');
    });
    expect(inner).toBeGreaterThan(0);
    await eventually(() => expect(() => process.kill(inner, 0)).toThrow('ESRCH'));
  });
});
