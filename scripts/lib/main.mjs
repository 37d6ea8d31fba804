import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import { inProject, PROJECT } from './paths.mjs';
import { endRunningPrograms, environment } from './run.mjs';
import { SetUpError } from './set-up-error.mjs';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const signalExitCode = (/** @type {NodeJS.Signals} */ signal) => 128 + os.constants.signals[signal];

/** @param {unknown} error */
function explain(error) {
  if (!(error instanceof SetUpError)) throw error;
  const details = error.details === '' ? '' : `\n${error.details.replace(/^/gm, '    ')}\n`;
  process.stderr.write(`\n${error.message}\n${details}`);
}

/** Programs in the foreground. @type {Set<import('node:child_process').ChildProcess>} */
const foreground = new Set();

/**
 * Forwards a signal to the programs in the foreground, which decide when this process ends. During
 * set-up there are none: it stops the programs of set-up and exits.
 * @param {NodeJS.Signals} signal
 */
function onSignal(signal) {
  for (const child of foreground) child.kill(signal);
  if (foreground.size > 0) return;
  endRunningPrograms();
  process.exit(signalExitCode(signal));
}

/**
 * Runs a script and sets the exit code. A file `.env` in the checkout supplies settings that the
 * environment does not set.
 * @param {() => Promise<number>} body returns the exit code
 */
export async function main(body) {
  if (existsSync(inProject('.env'))) process.loadEnvFile(inProject('.env'));
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    process.exitCode = await body();
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}

/**
 * Runs a program in the foreground, possibly next to others, and forwards signals to it. Its IPC
 * channel closes when this process exits for any reason. The program must treat a signal that
 * arrives twice (from the terminal and from here) as one.
 * @param {string} command @param {readonly string[]} args @param {Record<string, string>} settings
 * @param {{ out?: 'inherit' | 'ignore', onStart?: (child: import('node:child_process').ChildProcess) => void }} [options]
 *   `out`: where its standard output goes
 * @returns {Promise<number>} its exit code
 */
export function runInForeground(command, args, settings, { out = 'inherit', onStart } = {}) {
  const child = spawn(command, args, {
    cwd: PROJECT,
    env: environment(settings),
    stdio: ['inherit', out, 'inherit', 'ipc'],
  });
  foreground.add(child);
  onStart?.(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      resolve(signal === null ? (code ?? 1) : signalExitCode(signal));
    });
  }).finally(() => foreground.delete(child));
}
