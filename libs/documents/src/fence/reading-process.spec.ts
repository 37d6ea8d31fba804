import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#platform';
import { eventually } from '../../../../test/support/eventually.ts';
import { stillAlive, treeOf } from '../../../../test/support/process-tree.ts';
import { FileFolder, LIMITS, NO_ABORT } from '../files.fixture.ts';
import { programPath } from './program-path.ts';
import { ReadingProcess } from './reading-process.ts';
import { ReceivedDocument } from './received-document.ts';

let folder: FileFolder;
beforeAll(() => {
  folder = new FileFolder();
});
afterAll(() => folder.remove());

const PROGRAM = programPath('reading.program', import.meta.url);
const FENCE = ['--permission', '--allow-fs-read=*', '--allow-worker'];

/** Keeps the reading process busy for many seconds. */
const slowOrder = () => ({
  path: folder.file('slow.md', '- word *x* and `y`.\n'.repeat(1_000_000)).path,
  fileName: 'slow.md',
  limits: { ...LIMITS, memoryMebibytes: 4_096, maxCharacters: 1e9, maxParts: 1e9 },
});

/** Time of the processor, in hundredths of a second, after which the file is being parsed. */
const BUSY_TICKS = 100;

/** Time that a process has used in its own code. */
function cpuTicks(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[11]);
}

const ORDER = { path: '/nowhere', fileName: 'plan.md', limits: LIMITS };

/** Runs a program in the place of the reading program. */
const runInstead = (source: string) => {
  const write = `import { writeSync } from 'node:fs'; const write = (text) => writeSync(1, text);`;
  const program = folder.file('program.mjs', `${write}\n${source}`);
  return new ReadingProcess(ORDER, program.path).result(NO_ABORT);
};

const errorOf = async (work: Promise<unknown>): Promise<AppError> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw new Error(`This is no AppError: ${String(error)}`);
};

const partOf = (text: string) =>
  JSON.stringify({ kind: 'part', place: { line: 1 }, text, cells: null });

describe('a reading process that goes wrong', () => {
  it.each([
    ['exits with a code', 'process.exit(3)'],
    ['throws', 'throw new Error("x")'],
    ['is killed', 'process.kill(process.pid, "SIGKILL")'],
    ['crashes', 'process.kill(process.pid, "SIGSEGV")'],
    ['writes garbage', 'console.log("garbage")'],
    ['writes bytes that are no text', 'process.stdout.write(Buffer.from([0xff, 10]))'],
    ['writes something else', 'console.log(JSON.stringify({ kind: "part", text: 7 }))'],
    ['writes a line without end', 'for (;;) write("x".repeat(100_000))'],
    ['writes too many parts', `for (;;) write(${JSON.stringify(`${partOf('x')}\n`)})`],
    [
      'writes too much text',
      `const line = ${JSON.stringify(`${partOf('x'.repeat(100_000))}\n`)}; for (;;) write(line)`,
    ],
  ])('fails with an error that may be retried when it %s', async (_, source) => {
    const error = await errorOf(runInstead(source));
    expect([error.code, error.retryable]).toEqual(['document_reading_failed', true]);
  });

  it('fails when the file cannot be opened', async () => {
    const error = await errorOf(new ReadingProcess(ORDER).result(NO_ABORT));
    expect(error.code).toBe('document_reading_failed');
  });

  it('says nothing of the document in its error', async () => {
    const error = await errorOf(runInstead('throw new Error("the secret plan")'));
    expect(error.message).not.toContain('secret');
  });
});

it('waits for a slow reader, and loses nothing', async () => {
  const { path, fileName } = folder.file('long.csv', 'Item;Cost\n' + 'Chairs;3\n'.repeat(20_000));
  const order = { path, fileName, limits: LIMITS, parentPid: process.pid };
  const child = spawn(process.execPath, [...FENCE, PROGRAM], { env: {} });
  child.stdin.end(JSON.stringify(order));
  const received = new ReceivedDocument(LIMITS);
  const chunks: AsyncIterable<Uint8Array> = child.stdout;
  for await (const chunk of chunks) {
    received.add(chunk);
    await sleep(2);
  }
  expect(received.parts).toHaveLength(LIMITS.maxParts);
  expect(received.end?.kind).toBe('end');
});

describe('what a reading process may do', () => {
  it('sees no variable of the environment', async () => {
    process.env['AFTERWORD_SPEC_SECRET'] = 'secret';
    const source = 'process.exit(Object.keys(process.env).length === 0 ? 0 : 9)';
    const received = await runInstead(source).finally(
      () => delete process.env['AFTERWORD_SPEC_SECRET'],
    );
    expect(received.end).toBeNull();
  });

  it.each([
    ['write files', (path: string) => `fs.writeFileSync(${JSON.stringify(path)}, 'x')`],
    ['start programs', (path: string) => `child.execFileSync('touch', [${JSON.stringify(path)}])`],
  ])('cannot %s', async (_, work) => {
    const trace = folder.file('trace', '').path + '-of-program';
    const imports = `import fs from 'node:fs'; import child from 'node:child_process';`;
    const error = await errorOf(runInstead(`${imports} ${work(trace)}`));
    expect(error.code).toBe('document_reading_failed');
    expect(existsSync(trace)).toBe(false);
  });
});

describe('the end of a reading process', () => {
  it('comes at once when the reading is aborted', async () => {
    const controller = new AbortController();
    const reading = new ReadingProcess(slowOrder());
    const seen = treeOf(reading.pid!);
    expect(stillAlive(seen)).toEqual([reading.pid]);
    const reason = new Error('cancelled');
    const result = reading.result(controller.signal);
    setImmediate(() => controller.abort(reason));
    await expect(result).rejects.toBe(reason);
    expect(stillAlive(seen)).toEqual([]);
  });

  it('comes when its parent is gone, even while the file keeps it busy', async () => {
    const source = `
      import { spawn } from 'node:child_process';
      const child = spawn(process.execPath, ${JSON.stringify([...FENCE, PROGRAM])}, { env: {} });
      child.stdin.end(JSON.stringify({ ...${JSON.stringify(slowOrder())}, parentPid: process.pid }));
      child.stdout.resume();
      console.log(child.pid);
      setInterval(() => undefined, 1_000);
    `;
    const parent = spawn(process.execPath, [folder.file('parent.mjs', source).path]);
    const [printed] = await once(parent.stdout, 'data');
    const pid = Number(String(printed));
    const seen = treeOf(pid);
    await eventually(() => expect(cpuTicks(pid)).toBeGreaterThan(BUSY_TICKS));
    expect(stillAlive(seen)).toEqual([pid]);
    parent.kill('SIGKILL');
    await eventually(() => expect(stillAlive(seen)).toEqual([]), 5_000);
  });
});
