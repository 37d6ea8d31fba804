/**
 * Makes one call out of many: while the work is under way, or ended less than the gap ago, all
 * further wishes become one more call, which begins after them.
 *
 * @param work - What to do; must not throw.
 * @param gapMs - Least time from the end of one call to the begin of the next.
 * @returns Asks for the work; fulfilled when a call that began after the wish is over.
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
