import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Paced } from './paced.ts';

const LONG_MS = 60_000;

describe('Paced', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('runs once for many requests, and once more for requests during that run', async () => {
    let runs = 0;
    const gate = Promise.withResolvers<undefined>();
    const paced = new Paced(async () => {
      runs += 1;
      if (runs === 1) await gate.promise;
    }, 1);
    for (let count = 0; count < 50; count += 1) paced.request();
    await jest.advanceTimersByTimeAsync(LONG_MS);
    expect(runs).toBe(1);
    for (let count = 0; count < 50; count += 1) paced.request();
    gate.resolve(undefined);
    await jest.advanceTimersByTimeAsync(LONG_MS);
    expect(runs).toBe(2);
  });

  it('pauses between runs', async () => {
    let runs = 0;
    const paced = new Paced(async () => void (runs += 1), 60);
    paced.request();
    await jest.advanceTimersByTimeAsync(0);
    expect(runs).toBe(1);
    paced.request();
    await jest.advanceTimersByTimeAsync(59);
    expect(runs).toBe(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(runs).toBe(2);
  });

  it('drops a pending request when it is stopped', async () => {
    let runs = 0;
    const paced = new Paced(async () => void (runs += 1), 1);
    paced.request();
    paced.stop();
    await jest.advanceTimersByTimeAsync(LONG_MS);
    expect(runs).toBe(0);
  });
});
