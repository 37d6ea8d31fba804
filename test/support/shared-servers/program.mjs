import { fork } from 'node:child_process';
import { once } from 'node:events';

const PROGRAM = new URL('main.ts', import.meta.url).pathname;
const TYPESCRIPT = ['--conditions=afterword-source', '--experimental-transform-types'];

/** @type {import('node:child_process').ChildProcess | null} */
let program = null;

/** Starts the program of the shared servers. @returns {Promise<string>} its URL */
export async function startProgram() {
  program = fork(PROGRAM, { execArgv: [...TYPESCRIPT, '--no-warnings'] });
  const ended = once(program, 'exit').then(() => {
    throw new Error('the shared servers did not start');
  });
  const [port] = await Promise.race([once(program, 'message'), ended]);
  ended.catch(() => undefined);
  return `http://127.0.0.1:${port}`;
}

/** Stops the shared servers and waits until they are gone. */
export async function stopProgram() {
  if (program === null || program.exitCode !== null) return;
  const ended = once(program, 'exit');
  program.disconnect();
  const [code] = await ended;
  if (code !== 0) throw new Error(`the shared servers ended with ${code}`);
}
