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

/** Work that is caught on its way. */
interface CaughtWork {
  /** Asks for the work; nothing of it happens before it is asked for. */
  readonly begin: () => Promise<unknown>;
  /** Whether it is where it is to be caught. */
  readonly reached: () => Promise<boolean>;
}

/**
 * Begins work while the worker is stopped, lets the worker run in short bursts until the work has come
 * far enough, and then leaves it stopped while `act` is done. However fast the machine is, the work is
 * caught on its way.
 */
export async function whileWorkerStoppedAt(
  stack: StackPlace,
  { begin, reached }: CaughtWork,
  act: () => Promise<void>,
): Promise<void> {
  const worker = pidOf('worker', stack);
  await whileWorkerStopped(stack, async () => {
    await begin();
    while (!(await reached())) {
      process.kill(worker, 'SIGCONT');
      await setTimeout(BURST_MS);
      process.kill(worker, 'SIGSTOP');
    }
    await act();
  });
}
