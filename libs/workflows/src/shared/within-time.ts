import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/**
 * Does work that must end within a time. When the time is over, the work is cancelled, and after it
 * has ended, `late` is called.
 * @returns the result of the work, or of `late`
 * @throws what either of them throws; a cancellation of the workflow cancels the work as usual
 */
export async function withinTime<Result>(
  limitMs: number,
  work: () => Promise<Result>,
  late: () => Promise<Result>,
): Promise<Result> {
  const scope = new CancellationScope();
  const timer = new CancellationScope();
  const time = { isOver: false };
  const ring = timer.run(async () => {
    await sleep(limitMs);
    time.isOver = true;
    scope.cancel();
  });
  // It is cancelled when the work has ended in time.
  ring.catch(() => undefined);
  try {
    return await scope.run(work);
  } catch (failure) {
    if (!time.isOver || !isCancellation(failure)) throw failure;
    return await late();
  } finally {
    timer.cancel();
  }
}
