import { setImmediate as turnOfOthers } from 'node:timers/promises';

/** How long one piece of work may hold the thread, in milliseconds. */
const SLICE_MS = 10;

/**
 * Goes over things that are computed one by one, and lets others work after a few milliseconds.
 * @throws the reason of the signal once it is aborted; what computes the things throws
 */
export async function* yielding<Thing>(
  things: Iterable<Thing>,
  signal: AbortSignal,
): AsyncGenerator<Thing> {
  let began = performance.now();
  for (const thing of things) {
    yield thing;
    if (performance.now() - began < SLICE_MS) continue;
    await turnOfOthers();
    signal.throwIfAborted();
    began = performance.now();
  }
}
