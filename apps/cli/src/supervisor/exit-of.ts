import type { ChildProcess } from 'node:child_process';

/**
 * Waits until a process exits.
 * @returns a readable reason: `exit code 1`, `SIGKILL`, or why it could not be started
 */
export function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      if (child.pid === undefined) resolve(error.message);
    });
    child.once('exit', (code, signal) => {
      resolve(signal ?? `exit code ${code ?? 'unknown'}`);
    });
  });
}
