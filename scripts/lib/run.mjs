import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { inProject, inToolchain, PROJECT } from './paths.mjs';
import { SetUpError } from './set-up-error.mjs';

const KEPT_LINES = 12;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Stops every program that set-up is running, for example on Ctrl-C. */
export function endRunningPrograms() {
  for (const child of running) child.kill('SIGTERM');
}

/** The environment of a program, with Node 24 first on its PATH. */
export function environment(/** @type {Record<string, string>} */ extra = {}) {
  const bin = inProject('node_modules', '.bin');
  return { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}`, ...extra };
}

/**
 * Runs a program to completion and collects its output.
 * @param {string} command @param {readonly string[]} args @param {Record<string, string>} [env]
 */
export async function execute(command, args, env = {}) {
  const child = spawn(command, args, {
    cwd: PROJECT,
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
  }
  return { code: await exitCodeOf(child), output };
}

/**
 * Runs a program of set-up to completion and writes its output to a log file.
 * @param {string} log name of the file in `.toolchain/logs`
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, failure?: string }} [options] `failure`: error message for
 *   the user when the program fails
 * @returns {Promise<string>} its output
 * @throws {SetUpError} with the program's last lines
 */
export async function run(log, command, args, { env = {}, failure } = {}) {
  const { code, output } = await execute(command, args, env);
  const logFile = inToolchain('logs', `${log}.log`);
  mkdirSync(inToolchain('logs'), { recursive: true });
  writeFileSync(logFile, output);
  if (code === 0) return output;
  const sentence = failure ?? `\`${[command, ...args].join(' ')}\` failed.`;
  const tail = output.trimEnd().split('\n').slice(-KEPT_LINES).join('\n');
  throw new SetUpError(`${sentence} The full output is in ${logFile}.`, tail);
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} */
function exitCodeOf(child) {
  running.add(child);
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(code ?? 128));
  }).then((code) => {
    running.delete(child);
    return code;
  });
}

/**
 * Runs a short program and returns its output, or `null` when it is missing or fails.
 * @param {string} command @param {readonly string[]} args @param {number} [timeoutMs]
 */
export function ask(command, args, timeoutMs = 10_000) {
  const answer = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: timeoutMs,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return answer.status === 0 ? answer.stdout.trim() : null;
}
