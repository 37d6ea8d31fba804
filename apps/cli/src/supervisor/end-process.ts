import { identityOf, isAlive } from './process-identity.ts';
import { systemCode } from './system-code.ts';
import { waitUntil } from './wait-until.ts';

/** How a process is asked to end, and how long it is waited for. */
export interface Ending {
  readonly stopSignal: NodeJS.Signals;
  readonly stopGraceMs: number;
}

const FORCED_MS = 5_000;

/**
 * Asks a process to end, and ends it with all of its process group by force when the time is up.
 * @param pid a process that leads its own group
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
 * Sends a signal; nothing happens when there is nobody to receive it.
 * @param pid a process, or the negative number of a process group
 */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (systemCode(error) !== 'ESRCH') throw error;
  }
}
