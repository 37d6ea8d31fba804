import { describe, expect, it } from '@jest/globals';
import { expectLinearTime } from '../../../../test/support/linear-time.ts';
import { likenessOf } from './likeness.rule.ts';
import { unit } from './unit-vectors.ts';
import { voiceWindows } from './windows.fixture.ts';

const heardOf = (speakers: readonly number[], noise: number, seed = 1) => {
  const windows = voiceWindows(speakers, noise, seed);
  return { windows, vectors: windows.map(({ embedding }) => unit(embedding)) };
};
const times = <Value>(count: number, value: Value) => Array.from({ length: count }, () => value);
/** One voice after the other, in groups of their own. */
const TWO = [...times(12, 0), ...times(12, 1)];

describe('likenessOf', () => {
  it.each([0.3, 0.8, 1.2])('is about 1 for one voice in two groups, with noise %f', (noise) => {
    for (const seed of [1, 2, 3]) {
      const heard = heardOf(times(24, 0), noise, seed);
      expect(likenessOf(heard, TWO)(0, 1)).toBeGreaterThan(0.85);
      const inTurns = heard.windows.map((_, n) => n % 2);
      expect(likenessOf(heard, inTurns)(0, 1)).toBeGreaterThan(0.85);
    }
  });

  it.each([0.3, 0.8, 1.2])('is about 0 for two voices, with noise %f', (noise) => {
    for (const seed of [1, 2, 3]) {
      expect(Math.abs(likenessOf(heardOf(TWO, noise, seed), TWO)(0, 1))).toBeLessThan(0.3);
    }
  });

  it('is the same from both sides', () => {
    const likeness = likenessOf(heardOf(TWO, 0.8), TWO);
    expect(likeness(1, 0)).toBe(likeness(0, 1));
  });

  it('does not take for alike what two windows have in common because they share sound', () => {
    const { windows, vectors } = heardOf(TWO, 0.8);
    // The last window of the first voice sounds like the first one of the second, with which it overlaps.
    const mixed = vectors.map((vector, n) => (n === 11 ? vectors[12]! : vector));
    const pairs = [...mixed.keys()].flatMap((i) => [...mixed.keys()].map((j) => [i, j] as const));
    const mean = (from: readonly (readonly [number, number])[]) =>
      from.reduce((sum, [i, j]) => sum + dot(mixed[i]!, mixed[j]!), 0) / from.length;
    const apart = pairs.filter(([i, j]) => j > i + 1);
    const within = (group: number) =>
      mean(apart.filter(([i, j]) => TWO[i] === group && TWO[j] === group));
    const between = mean(apart.filter(([i, j]) => TWO[i] !== TWO[j]));
    expect(likenessOf({ windows, vectors: mixed }, TWO)(0, 1)).toBeCloseTo(
      between / Math.sqrt(within(0) * within(1)),
      5,
    );
  });

  it('is 1 where there is too little to tell', () => {
    const two = heardOf([0, 1], 0.3);
    expect(likenessOf(two, [0, 1])(0, 1)).toBe(1);
  });

  it('takes the windows of two days', () => {
    const windows = Array.from({ length: 230_000 }, (_, n) => ({
      ...{ startMs: n * 750, endMs: n * 750 + 1_500, embedding: Float32Array.of(1, n % 2) },
    }));
    const vectors = windows.map(({ embedding }) => unit(embedding));
    const groups = windows.map((_, n) => n % 2);
    expect(likenessOf({ windows, vectors }, groups)(0, 1)).toBeCloseTo(Math.SQRT1_2, 3);
  });

  it('takes time in proportion to the number of windows', () => {
    const heard = heardOf(times(16_000, 0), 0.8);
    const half = { windows: heard.windows.slice(0, 8_000), vectors: heard.vectors.slice(0, 8_000) };
    const groups = heard.windows.map((_, n) => n % 10);
    expectLinearTime(
      () => likenessOf(half, groups.slice(0, 8_000))(0, 1),
      () => likenessOf(heard, groups)(0, 1),
    );
  });
});

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, n) => sum + value * (b[n] ?? 0), 0);
}
