import { meanDirection, type UnitVectors } from './unit-vectors.ts';

/** Windows that stand for others of the same voice. */
export interface Representatives {
  readonly vectors: UnitVectors;
  /** For each window, the number of the vector that stands for it. */
  readonly of: readonly number[];
}

/** Windows that are merged with each other: six minutes of speech. The time for one block grows with its square. */
const BLOCK_WINDOWS = 480;

/**
 * Stands in for many windows with at most about `most` mean vectors, so that what follows has a bounded size.
 * Windows are merged within blocks of time, the most alike first, by Ward's criterion (J. H. Ward, "Hierarchical
 * Grouping to Optimize an Objective Function", 1963): merging two large groups costs more than two small ones, so
 * a voice that is rare keeps a vector of its own, and outliers do not take them all.
 * @param vectors one for each window, in the order of time
 */
export function reduceWindows(vectors: UnitVectors, most: number): Representatives {
  if (vectors.length <= most) return { vectors, of: [...vectors.keys()] };
  const blocks = Math.ceil(vectors.length / BLOCK_WINDOWS);
  const length = Math.ceil(vectors.length / blocks);
  const reduced: Float32Array[] = [];
  const of: number[] = [];
  for (let from = 0; from < vectors.length; from += length) {
    const block = vectors.slice(from, from + length);
    const groups = wardGroups(
      block,
      Math.max(1, Math.round((most * block.length) / vectors.length)),
    );
    for (const members of groups) {
      for (const member of members) of[from + member] = reduced.length;
      reduced.push(meanDirection(members.flatMap((member) => block[member] ?? [])));
    }
  }
  return { vectors: reduced, of };
}

interface Group {
  readonly members: readonly number[];
  readonly sum: Float64Array;
}

/** Merges the cheapest pair until `count` groups are left. */
function wardGroups(vectors: UnitVectors, count: number): readonly (readonly number[])[] {
  const groups = vectors.map((vector, number): Group | null => ({
    members: [number],
    sum: Float64Array.from(vector),
  }));
  const nearest = groups.map((_, number) => nearestBehind(groups, number));
  for (let left = groups.length; left > count; left -= 1) {
    const first = indexOfLeast(nearest.map(({ cost }) => cost));
    const second = nearest[first]?.other ?? -1;
    groups[first] = merged(groups[first], groups[second]);
    groups[second] = null;
    for (const number of groups.keys()) {
      const isStale = number === first || number === second;
      const wasNearest = [first, second].includes(nearest[number]?.other ?? -1);
      if (isStale || wasNearest) nearest[number] = nearestBehind(groups, number);
      else if (number < first) nearest[number] = nearer(groups, number, first, nearest[number]);
    }
  }
  return groups.flatMap((group) => (group === null ? [] : [group.members]));
}

interface Nearest {
  readonly other: number;
  readonly cost: number;
}

const NONE: Nearest = { other: -1, cost: Infinity };

/** The cheapest partner among the groups behind a group. */
function nearestBehind(groups: readonly (Group | null)[], number: number): Nearest {
  let best = NONE;
  for (let other = number + 1; other < groups.length; other += 1) {
    best = nearer(groups, number, other, best);
  }
  return best;
}

function nearer(
  groups: readonly (Group | null)[],
  number: number,
  other: number,
  best: Nearest = NONE,
): Nearest {
  const cost = wardCost(groups[number] ?? null, groups[other] ?? null);
  return cost < best.cost ? { other, cost } : best;
}

/** How much the sum of squared distances to the mean grows when two groups become one. */
function wardCost(a: Group | null, b: Group | null): number {
  if (a === null || b === null) return Infinity;
  const [m, n] = [a.members.length, b.members.length];
  let squares = 0;
  for (let i = 0; i < a.sum.length; i += 1) {
    const apart = (a.sum[i] ?? 0) / m - (b.sum[i] ?? 0) / n;
    squares += apart * apart;
  }
  return (squares * m * n) / (m + n);
}

function merged(a: Group | null | undefined, b: Group | null | undefined): Group | null {
  if (!a || !b) return null;
  return {
    members: [...a.members, ...b.members],
    sum: a.sum.map((value, i) => value + (b.sum[i] ?? 0)),
  };
}

function indexOfLeast(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value < (values[best] ?? Infinity) ? i : best), 0);
}
