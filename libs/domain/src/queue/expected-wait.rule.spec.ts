import { describe, expect, it } from '@jest/globals';
import { expectedWaitMs } from './expected-wait.rule.ts';

describe('the expected wait', () => {
  it('is the mean duration for each task before, when one ran at a time', () => {
    expect(expectedWaitMs(3, { tasks: 10, busyMs: 40_000 })).toBe(12_000);
  });

  it('is a fourth of that when four ran at once', () => {
    // Ten tasks of four seconds each, in ten seconds.
    expect(expectedWaitMs(3, { tasks: 10, busyMs: 10_000 })).toBe(3_000);
  });

  it('is unknown when nothing ended lately', () => {
    expect(expectedWaitMs(1, null)).toBeNull();
    expect(expectedWaitMs(1, { tasks: 0, busyMs: 0 })).toBeNull();
    expect(expectedWaitMs(1, { tasks: 5, busyMs: 0 })).toBeNull();
  });
});
