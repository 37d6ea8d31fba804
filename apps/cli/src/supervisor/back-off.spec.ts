import { describe, expect, it } from '@jest/globals';
import { BackOff } from './back-off.ts';

describe('back-off', () => {
  it('is none at first, and then doubles from half a second up to half a minute', () => {
    const backOff = new BackOff();
    const waits = Array.from({ length: 8 }, () => backOff.next(10));
    expect(waits).toEqual([0, 500, 1000, 2000, 4000, 8000, 16_000, 30_000]);
  });

  it('resets after a part has run for ten seconds', () => {
    const backOff = new BackOff();
    backOff.next(10);
    backOff.next(10);
    expect(backOff.next(9_999)).toBe(1000);
    expect(backOff.next(10_000)).toBe(0);
  });
});
