import { createHash } from 'node:crypto';
import type { BehaviourName, BehaviourOptions } from '../language-stub/behaviours.ts';
import type { StubRequest } from '../language-stub/stub-request.ts';

/** How a call is answered. */
export interface Answering {
  readonly name: BehaviourName;
  readonly options: BehaviourOptions;
}

/** Failures of the first call with a prompt, and their probability in percent. */
const FLAWS: readonly (Answering & { readonly percent: number })[] = [
  { percent: 4, name: 'busy', options: { retryAfterSeconds: 1 } },
  { percent: 4, name: 'failure', options: { status: 500 } },
  { percent: 3, name: 'malformedJson', options: {} },
  { percent: 4, name: 'disconnect', options: {} },
];
const SLOW_PERCENT = 8;
const SLOW_MS = 2_000;
const USUAL_MS = 150;

/**
 * A model that is sometimes slow and sometimes fails. Its behaviour is determined by the seed and the
 * prompt, so it is reproducible. The second call with the same prompt succeeds.
 */
export function flawedModel(seed: number): (request: StubRequest) => Answering {
  const seen = new Set<string>();
  return (request) => {
    const key = createHash('sha256').update(`${seed} ${request.prompt}`).digest();
    const isNew = !seen.has(key.toString('hex'));
    seen.add(key.toString('hex'));
    const flaw = isNew ? flawAt(key.readUInt16BE(0) % 100) : undefined;
    const isSlow = key.readUInt16BE(2) % 100 < SLOW_PERCENT;
    return flaw ?? { name: 'right', options: { delayMs: isSlow ? SLOW_MS : USUAL_MS } };
  };
}

function flawAt(percentile: number): Answering | undefined {
  let upTo = 0;
  return FLAWS.find(({ percent }) => percentile < (upTo += percent));
}
