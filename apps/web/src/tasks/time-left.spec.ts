import { addSample, timeLeftMs, type ProgressSample } from './time-left.ts';

function watched(...samples: ProgressSample[]): readonly ProgressSample[] {
  return samples.reduce<readonly ProgressSample[]>(addSample, []);
}

describe('estimated time left', () => {
  it('follows from the measured speed', () => {
    const samples = watched({ atMs: 0, done: 0 }, { atMs: 10_000, done: 25_000 });
    expect(timeLeftMs(samples, 100_000, 10_000)).toBe(30_000);
  });

  it('counts down between two progress updates, never below zero', () => {
    const samples = watched({ atMs: 0, done: 0 }, { atMs: 10_000, done: 90_000 });
    expect(timeLeftMs(samples, 100_000, 10_500)).toBeCloseTo(611, 0);
    expect(timeLeftMs(samples, 100_000, 60_000)).toBe(0);
  });

  it('follows the last minute when the speed changes', () => {
    const slowThenFast = watched(
      { atMs: 0, done: 0 },
      { atMs: 100_000, done: 10_000 },
      { atMs: 150_000, done: 60_000 },
    );
    expect(timeLeftMs(slowThenFast, 100_000, 150_000)).toBe(40_000);
  });

  it('is unknown while the total is unknown, the samples are too few or there is no progress', () => {
    const short = watched({ atMs: 0, done: 0 }, { atMs: 1_000, done: 5_000 });
    const still = watched({ atMs: 0, done: 5_000 }, { atMs: 9_000, done: 5_000 });
    expect(timeLeftMs([], 100_000, 0)).toBeNull();
    expect(timeLeftMs(short, 100_000, 1_000)).toBeNull();
    expect(timeLeftMs(still, 100_000, 9_000)).toBeNull();
    expect(timeLeftMs(still, null, 9_000)).toBeNull();
  });

  it('discards the speed of a run that was restarted', () => {
    const samples = watched({ atMs: 0, done: 50_000 }, { atMs: 9_000, done: 1_000 });
    expect(samples).toEqual([{ atMs: 9_000, done: 1_000 }]);
  });
});
