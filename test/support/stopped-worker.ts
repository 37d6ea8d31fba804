import { setTimeout } from 'node:timers/promises';
import { pidOf, type StackPlace } from './stack.ts';

/** Far shorter than the work takes, and long enough for a connection to be answered. */
const BURST_MS = 50;

/** Does something while the worker of a stack is stopped, so that no work can end before. */
export async function whileWorkerStopped(
  stack: StackPlace,
  act: () => Promise<void>,
): Promise<void> {
  const worker = pidOf('worker', stack);
  process.kill(worker, 'SIGSTOP');
  try {
    await act();
  } finally {
    process.kill(worker, 'SIGCONT');
  }
}

/**
 * Lets the worker run in short bursts until something is so, and then leaves it stopped while `act`
 * is done. However fast the machine is, the work is caught on its way.
 */
export async function whileWorkerStoppedAt(
  stack: StackPlace,
  reached: () => Promise<boolean>,
  act: () => Promise<void>,
): Promise<void> {
  const worker = pidOf('worker', stack);
  await whileWorkerStopped(stack, async () => {
    while (!(await reached())) {
      process.kill(worker, 'SIGCONT');
      await setTimeout(BURST_MS);
      process.kill(worker, 'SIGSTOP');
    }
    await act();
  });
}
