import type { VoiceWindow } from '#contracts/model';
import { cosine, type UnitVectors } from './unit-vectors.ts';

/** A group with fewer pairs of windows says nothing of how much windows of one voice differ. */
const LEAST_PAIRS = 3;

/** Windows in the order of time, and the direction of each one's embedding. */
export interface HeardWindows {
  readonly windows: readonly VoiceWindow[];
  readonly vectors: UnitVectors;
}

/** Of pairs of windows: the sum of their cosines, and their number. */
interface Pairs {
  sum: number;
  count: number;
}

/**
 * How alike the voices of groups are: the mean cosine between the windows of two groups, divided by the geometric mean
 * of those within each. Single windows differ by what is said and by noise, which makes all three smaller alike; so one voice
 * that was split has about 1, and two that have nothing in common have 0, however noisy the recording is (C. Spearman's correction for
 * attenuation, "The Proof and Measurement of Association between Two Things", 1904). Windows that share sound are no
 * pair. The time is in proportion to the number of windows.
 * @param groups for each window the number of its group, counted from 0
 * @returns for two groups how alike they are; 1 where there is too little to tell
 */
export function likenessOf(
  heard: HeardWindows,
  groups: readonly number[],
): (one: number, other: number) => number {
  const pairs = pairsOf(heard, groups);
  const own = pairs.map((row, group) => row[group] ?? { sum: 0, count: 0 });
  const all = own.reduce((a, b) => ({ sum: a.sum + b.sum, count: a.count + b.count }));
  const within = own.map((each) => mean(each.count < LEAST_PAIRS ? all : each));
  return (one, other) => {
    const between = pairs[Math.min(one, other)]?.[Math.max(one, other)] ?? { sum: 0, count: 0 };
    const [a = 0, b = 0] = [within[one], within[other]];
    return between.count === 0 || a <= 0 || b <= 0 ? 1 : mean(between) / Math.sqrt(a * b);
  };
}

const mean = ({ sum, count }: Pairs): number => (count === 0 ? 0 : sum / count);

/** The pairs of each two groups, the smaller number first. */
function pairsOf({ windows, vectors }: HeardWindows, groups: readonly number[]): Pairs[][] {
  const totals = groupTotals(vectors, groups);
  const pairs = totals.map((one, a) =>
    totals.map((other, b): Pairs => {
      const sum = cosine(one.sum, other.sum);
      if (a !== b) return { sum, count: one.count * other.count };
      return { sum: (sum - one.squares) / 2, count: (one.count * (one.count - 1)) / 2 };
    }),
  );
  for (const [i, j] of sharingSound(windows)) {
    const [a, b] = [groups[i] ?? 0, groups[j] ?? 0];
    const shared = pairs[Math.min(a, b)]?.[Math.max(a, b)];
    const [one, other] = [vectors[i], vectors[j]];
    if (shared === undefined || one === undefined || other === undefined) continue;
    shared.sum -= cosine(one, other);
    shared.count -= 1;
  }
  return pairs;
}

/** Of each group: the sum of its vectors, the sum of their squares, and their number. */
function groupTotals(vectors: UnitVectors, groups: readonly number[]) {
  const size = vectors[0]?.length ?? 0;
  const count = groups.reduce((most, group) => Math.max(most, group), -1) + 1;
  const totals = Array.from({ length: count }, () => ({
    ...{ sum: new Float64Array(size), squares: 0, count: 0 },
  }));
  for (const [i, vector] of vectors.entries()) {
    const total = totals[groups[i] ?? 0];
    if (total === undefined) continue;
    for (const [n, value] of vector.entries()) total.sum[n] = (total.sum[n] ?? 0) + value;
    total.squares += cosine(vector, vector);
    total.count += 1;
  }
  return totals;
}

/** The numbers of each two windows that overlap in time. */
function* sharingSound(windows: readonly VoiceWindow[]): Generator<readonly [number, number]> {
  for (const [i, { endMs }] of windows.entries()) {
    for (let j = i + 1; (windows[j]?.startMs ?? Infinity) < endMs; j += 1) yield [i, j];
  }
}
