import { existsSync, readFileSync, rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { inToolchain, PROJECT } from './paths.mjs';
import { ask, execute, run } from './run.mjs';
import { SetUpError } from './set-up-error.mjs';

const LOG = 'spec-of-run';
const LOG_FILE = inToolchain('logs', `${LOG}.log`);
const node = (code: string): [string, string[]] => [process.execPath, ['--eval', code]];

describe('the programs of set-up', () => {
  afterAll(() => rmSync(LOG_FILE, { force: true }));

  it('run in the checkout, and give their exit code and all output', async () => {
    const code = `console.log(process.cwd()); console.error('and', process.env.WORD); process.exit(4)`;
    const { code: exitCode, output } = await execute(...node(code), { WORD: 'this' });
    expect(exitCode).toBe(4);
    expect(output.split('\n').sort()).toEqual(['', PROJECT.replace(/\/$/, ''), 'and this']);
  });

  it('that are missing end with the code of a shell', async () => {
    expect(await execute('/nowhere/at-all', [])).toEqual({ code: 127, output: '' });
  });

  it('write their output to a log file', async () => {
    const [command, args] = node(`console.log('twelve packages')`);
    expect(await run(LOG, command, args)).toBe('twelve packages\n');
    expect(readFileSync(LOG_FILE, 'utf8')).toBe('twelve packages\n');
  });

  it('that fail are an error of one sentence, with the last lines and the log', async () => {
    const [command, args] = node(
      `for (let n = 1; n <= 30; n += 1) console.log('line', n); process.exit(1)`,
    );
    const error: unknown = await run(LOG, command, args, { failure: 'It failed.' }).catch(
      (failure: unknown) => failure,
    );
    expect(error).toBeInstanceOf(SetUpError);
    expect(error).toMatchObject({ message: `It failed. The full output is in ${LOG_FILE}.` });
    const { details } = error as SetUpError;
    expect(details.split('\n')).toHaveLength(12);
    expect(details).toMatch(/^line 19\n[^]*line 30$/);
    expect(existsSync(LOG_FILE)).toBe(true);
  });

  it('are asked for an answer, which is null when they fail or take too long', () => {
    expect(ask(...node(`console.log(' 24.1 ')`))).toBe('24.1');
    expect(ask(...node('process.exit(1)'))).toBeNull();
    expect(ask('/nowhere/at-all', [])).toBeNull();
    expect(ask(...node('setInterval(() => {}, 1000)'), 50)).toBeNull();
  });
});
