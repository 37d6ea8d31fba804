import { systemCode } from '#platform';
import { identityOf, isAlive } from './process-identity.ts';
import { waitUntil } from './wait-until.ts';

/** The signal that asks a process to exit, and its grace period. */
export interface Ending {
  readonly stopSignal: NodeJS.Signals;
  readonly stopGraceMs: number;
}

const FORCED_MS = 5_000;

/**
 * Asks a process to exit. After the grace period, kills its whole process group.
 * @param pid a process group leader
 */
export async function endProcess(pid: number, ending: Ending): Promise<void> {
  const identity = identityOf(pid);
  if (identity === null) return;
  sendSignal(pid, ending.stopSignal);
  const gone = () => !isAlive(pid, identity);
  if (!(await waitUntil(gone, { timeoutMs: ending.stopGraceMs }))) {
    sendSignal(-pid, 'SIGKILL');
    await waitUntil(gone, { timeoutMs: FORCED_MS });
  }
}

/**
 * Sends a signal; does nothing if there is no such process.
 * @param pid a process id, or a negated process group id
 */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (systemCode(error) !== 'ESRCH') throw error;
  }
}
