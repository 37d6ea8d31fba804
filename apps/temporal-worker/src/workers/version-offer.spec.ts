import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { eventually } from '../../../../test/support/eventually.ts';
import { VersionOffer } from './version-offer.ts';

/** Temporal's answers to offers of a version. */
class Answers {
  readonly offered: string[] = [];
  /** `true` once the offer is handled; an error while Temporal is unavailable. */
  next: boolean | Error = true;

  offer(buildId: string): Promise<boolean> {
    this.offered.push(buildId);
    return this.next instanceof Error ? Promise.reject(this.next) : Promise.resolve(this.next);
  }
}

describe('the offer of a worker version', () => {
  let answers: Answers;
  let stop: AbortController;
  let log: string[];
  beforeEach(() => {
    answers = new Answers();
    stop = new AbortController();
    log = [];
  });
  afterEach(() => stop.abort());

  const start = (to = answers, signal = stop.signal): Promise<void> => {
    const logger = pino({}, { write: (line) => log.push(line) });
    return new VersionOffer(to, 'a1b2', logger, { firstMs: 1, nextMs: 1 }).start(signal);
  };

  it('is repeated until Temporal knows the version', async () => {
    answers.next = false;
    const handled: string[] = [];
    const started = start().then(() => handled.push('handled'));
    await eventually(() => expect(answers.offered.length).toBeGreaterThan(2));
    expect(handled).toEqual([]);
    answers.next = true;
    await started;
    expect(new Set(answers.offered)).toEqual(new Set(['a1b2']));
  });

  it('is repeated while Temporal is unavailable, and the reason is logged', async () => {
    answers.next = new Error('no connection');
    const started = start();
    await eventually(() => expect(log.join('')).toContain('no connection'));
    answers.next = true;
    await started;
  });

  it('continues after the first, also after a failure, until the worker stops', async () => {
    await start();
    answers.next = new Error('no connection');
    await eventually(() => expect(log.length).toBeGreaterThan(1));
    answers.next = true;
    const before = answers.offered.length;
    await eventually(() => expect(answers.offered.length).toBeGreaterThan(before + 1));
    stop.abort();
    const atStop = answers.offered.length;
    // The offers of another worker have gone on meanwhile.
    const other = new Answers();
    const still = new AbortController();
    await start(other, still.signal);
    await eventually(() => expect(other.offered.length).toBeGreaterThan(5));
    still.abort();
    expect(answers.offered.length).toBeLessThanOrEqual(atStop + 1);
  });

  it('ends when the worker stops before it is handled', async () => {
    answers.next = false;
    const started = start();
    await eventually(() => expect(answers.offered.length).toBeGreaterThan(1));
    stop.abort();
    await expect(started).rejects.toMatchObject({ name: 'AbortError' });
  });
});
