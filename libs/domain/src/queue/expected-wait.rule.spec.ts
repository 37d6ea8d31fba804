import { describe, expect, it } from '@jest/globals';
import { expectedWaitMs } from './expected-wait.rule.ts';

describe('the expected wait', () => {
  it('is the mean duration per position when one task ran at a time', () => {
    expect(expectedWaitMs(3, { tasks: 10, busyMs: 40_000 })).toBe(12_000);
  });

  it('is a quarter of that when four ran at once', () => {
    // Ten tasks of four seconds each, in ten seconds.
    expect(expectedWaitMs(3, { tasks: 10, busyMs: 10_000 })).toBe(3_000);
  });

  it('is unknown when no task ended recently', () => {
    expect(expectedWaitMs(1, null)).toBeNull();
    expect(expectedWaitMs(1, { tasks: 0, busyMs: 0 })).toBeNull();
    expect(expectedWaitMs(1, { tasks: 5, busyMs: 0 })).toBeNull();
  });
});
