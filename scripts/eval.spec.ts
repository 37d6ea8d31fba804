import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { LanguageStub } from '../test/support/language-stub.ts';
import { temporaryFolder } from '../test/support/temporary-folder.ts';

const ROOT = path.join(import.meta.dirname, '..');
const CASES = [
  {
    title: 'The bridge',
    turns: [
      { speaker: 'Ada', text: 'Hello.', reference: 'Hello.', importance: 0 },
      { speaker: 'Tom', text: 'I will send the plan by Friday.', importance: 2 },
    ],
    summary: 'Tom sends the plan of the bridge.',
    actionItems: [{ turns: [2], who: 'Tom' }],
  },
  { raw: 'he never paid', corrected: 'He always paid.', mayPass: false },
];

/** What the specs read of the file for machines. */
interface Figures {
  readonly evaluations: Readonly<
    Record<string, { readonly figures: readonly { readonly engine?: string }[] }>
  >;
}

/** Runs the program as `npm run eval` does after its set-up. */
async function evaluate(...args: readonly string[]) {
  const run = promisify(execFile);
  const options = ['--conditions=afterword-source', '--experimental-transform-types'];
  const program = path.join(ROOT, 'bench/eval.ts');
  try {
    const { stdout } = await run(process.execPath, [...options, '--no-warnings', program, ...args]);
    return { code: 0, stdout, stderr: '' };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

describe('npm run eval', () => {
  let file: string;
  beforeEach(async () => {
    file = path.join(await temporaryFolder('eval'), 'cases.jsonl');
    await writeFile(file, CASES.map((each) => JSON.stringify(each)).join('\n'));
  });

  it('measures two engines side by side on cases of a user: a table, and a file for machines', async () => {
    const stub = await LanguageStub.start();
    const json = path.join(path.dirname(file), 'figures.json');
    const model = ['--model', 'stub', '--modelUrl', stub.url];
    const { code, stdout } = await evaluate('--data', file, '--json', json, ...model);
    await stub.stop();
    expect(stdout).toMatch(/^ +builtin +model: stub +random/mu);
    expect(stdout).toMatch(/^ +action items: precision, recall, F1 +1\.00, 1\.00, 1\.00/mu);
    expect(stdout).toMatch(/^ +tokens read, written +– +\d+, \d+$/mu);
    expect(stdout).toMatch(/harmful passed/u);
    expect(code).toBe(0);
    const { evaluations } = JSON.parse(await readFile(json, 'utf8')) as Figures;
    expect(Object.keys(evaluations)).toEqual(['corrections', 'language']);
    const engines = evaluations['language']?.figures.map(({ engine }) => engine);
    expect(engines).toEqual(['builtin', 'model: stub']);
  });

  it('names the line of a file that is no case, and measures nothing', async () => {
    await writeFile(file, '{"turns":[]}\n');
    const { code, stdout, stderr } = await evaluate('--data', file);
    expect(stderr).toMatch(/cases\.jsonl:1: turns: /u);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('tells when there are no cases for what is asked', async () => {
    const { code, stderr } = await evaluate('speech', 'significance', '--data', file);
    expect(stderr).toMatch(/there are no cases for speech in it/u);
    expect(code).toBe(2);
  });

  it('names the evaluations that there are', async () => {
    const { code, stderr } = await evaluate('poetry');
    expect(stderr).toMatch(/no evaluation poetry; there are corrections, significance, language/u);
    expect(code).toBe(2);
  });
});
