import { describe, expect, it } from '@jest/globals';
import { hasTimes, recordingFit } from './fitting-recording.rule.ts';
import { typedLine } from './heard-line.ts';

const turn = (...times: readonly (readonly [number, number])[]) => ({
  speaker: 'Ada',
  lines: times.map(([startMs, endMs]) => ({ ...typedLine('Ada', 'x'), startMs, endMs })),
});

describe('the recording of a transcript', () => {
  const turns = [turn([0, 5_000], [6_000, 9_000]), turn([10_000, 20_000])];

  it.each([
    ['whole', 20_000],
    ['whole', 18_000],
    ['whole', null],
    ['shorter', 17_000],
    ['shorter', 8_000],
    ['other', 5_000],
  ] as const)('is %s when it has %s ms', (fit, durationMs) => {
    expect(recordingFit(turns, durationMs)).toBe(fit);
  });

  it('fits any transcript without times', () => {
    expect(recordingFit([turn([0, 0])], 1)).toBe('whole');
    expect([hasTimes(turns), hasTimes([turn([0, 0])])]).toEqual([true, false]);
  });
});
