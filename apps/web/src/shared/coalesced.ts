/**
 * Combines requests: while the work is running, or ended less than the gap ago, all further
 * requests share one more call, which starts after them.
 *
 * @param work - The work; must not throw.
 * @param gapMs - Minimum time from the end of one call to the start of the next, in milliseconds.
 * @returns A function that requests the work; its promise resolves after a call that started later.
 */
export function coalesced(work: () => Promise<void>, gapMs: number): () => Promise<void> {
  let busy: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const begin = (): Promise<void> => {
    next = null;
    const call = work();
    busy = call.then(() => pause(gapMs)).then(() => void (busy = null));
    return call;
  };
  return () => {
    if (next !== null) return next;
    if (busy === null) return begin();
    next = busy.then(begin);
    return next;
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
