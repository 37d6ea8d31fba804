import { describe, expect, it } from '@jest/globals';
import { retryAfterMs } from './retry-after.ts';

const NOW_MS = Date.parse('2026-11-01T12:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['30', 30_000],
    [' 1.5 ', 1_500],
    ['0', 0],
    ['86400', 3_600_000],
    ['Sun, 01 Nov 2026 12:00:10 GMT', 10_000],
    ['Sun, 01 Nov 2026 11:00:00 GMT', 0],
    ['Mon, 02 Nov 2026 12:00:00 GMT', 3_600_000],
    ['soon', null],
    ['-5', null],
    ['', null],
    [undefined, null],
  ])('%j is %j milliseconds', (value, expected) => {
    expect(retryAfterMs(value, NOW_MS)).toBe(expected);
  });
});
