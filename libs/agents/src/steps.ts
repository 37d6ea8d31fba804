/** Work in steps: between two of them, its caller may let others go on. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Does all steps at once. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** A step should take no longer than a part of this. */
const LONGEST_TURN_MS = 10;

/**
 * Does the steps in turns with other work.
 * @param pause lets other work go on, such as `setImmediate` of `node:timers/promises`
 */
export async function inTurns<Result>(
  steps: Steps<Result>,
  pause: () => Promise<unknown>,
): Promise<Result> {
  let turnEndsAt = performance.now() + LONGEST_TURN_MS;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < turnEndsAt) continue;
    await pause();
    turnEndsAt = performance.now() + LONGEST_TURN_MS;
  }
}
