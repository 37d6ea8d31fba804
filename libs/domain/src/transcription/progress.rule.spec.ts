import { describe, expect, it } from '@jest/globals';
import { percentDone, uniqueAudioMs } from './progress.rule.ts';

describe('the percentage', () => {
  it.each([
    [0, null, 0],
    [0, 0, 0],
    [999, 1000, 99],
    [1, 3, 33],
    [5000, 1000, 99],
  ])('of %d of %s is %d before completion', (done, total, percent) => {
    expect(percentDone(done, total, false)).toBe(percent);
  });

  it('is 100 only after completion', () => {
    expect(percentDone(1000, 1000, false)).toBe(99);
    expect(percentDone(0, null, true)).toBe(100);
  });
});

describe('audio that chunks cover', () => {
  it('counts an overlap once and leaves gaps out', () => {
    const chunks = [
      { startMs: 1000, endMs: 5000 },
      { startMs: 3000, endMs: 7000 },
      { startMs: 9000, endMs: 10_000 },
    ];
    expect(uniqueAudioMs(chunks)).toBe(7000);
  });
});
