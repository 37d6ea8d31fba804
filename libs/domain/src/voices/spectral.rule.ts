import { kMeans } from './k-means.ts';
import { symmetricEigen, symmetricEigenvalues } from './symmetric-eigen.ts';
import { cosines, type UnitVectors } from './unit-vectors.ts';

/** How many speakers there may be; both ends count. */
export interface SpeakerBounds {
  readonly least: number;
  readonly most: number;
}

/** Neighbour counts that are tried, as shares of the number of vectors, besides small ones. */
const LARGEST_SHARE = 0.3;
const SHARES = 12;
/**
 * With fewer neighbours than this, a sound that is repeated a few times looks like a speaker. A quarter of
 * the vectors, if they are few.
 */
const LEAST_COUNT = 6;
const SMALL_STEPS = [0, 2, 4];
/** Keeps a graph without any gap from dividing by zero. */
const TINY = 1e-10;

/**
 * Groups vectors by direction, and estimates how many groups there are: spectral clustering with the normalised
 * maximum eigengap (T. J. Park and others, "Auto-Tuning Spectral Clustering for Speaker Diarization Using
 * Normalized Maximum Eigengap", 2019). Each vector is joined with its `p` nearest ones. For each `p` the largest gap
 * between consecutive eigenvalues of the graph's Laplacian, relative to its largest eigenvalue, tells how clearly
 * the graph falls into parts; the `p` is taken that is smallest for its gap. The place of the gap is the
 * number of groups. There is no threshold of similarity.
 * @param vectors one at least
 * @returns the groups within bounds of at most as many as vectors: for each vector the number of its group. The eigenvalues are
 *   computed once for all bounds, and eigenvectors once for each graph.
 */
export function spectralGroups(vectors: UnitVectors): (bounds: SpeakerBounds) => readonly number[] {
  const size = vectors.length;
  const order = neighbours(cosines(vectors), size);
  const graphs = neighbourCounts(size).map((count) => graphOf(order, size, count));
  return (bounds) => {
    const parts = graphs.map((graph) => ({ graph, ...clearestParts(graph, size, bounds) }));
    const best = parts.reduce((a, b) => (b.ratio < a.ratio ? b : a));
    return best.groups === 1 ? vectors.map(() => 0) : best.graph.into(best.groups);
  };
}

/** A graph of the vectors, each joined with some of its nearest. */
interface Graph {
  /** How many they are. */
  readonly count: number;
  /** Of its Laplacian, in ascending order. */
  readonly values: Float64Array;
  /** Its parts by their eigenvectors. */
  into(groups: number): readonly number[];
}

function graphOf(order: readonly Uint32Array[], size: number, count: number): Graph {
  const matrix = laplacian(order, size, count);
  let columns: Float64Array | null = null;
  return {
    count,
    values: symmetricEigenvalues(matrix, size),
    into: (groups) => {
      const vectors = (columns ??= symmetricEigen(matrix, size).vectors);
      return kMeans(
        order.map((_, i) => vectors.slice(i * size, i * size + groups)),
        groups,
      );
    },
  };
}

/** Into how many parts a graph falls most clearly, and how few neighbours it has for that. */
function clearestParts({ count, values }: Graph, size: number, bounds: SpeakerBounds) {
  const { groups, gap } = largestGap(values, bounds);
  const relative = gap / ((values.at(-1) ?? 0) + TINY);
  return { groups, ratio: count / size / (relative + TINY) };
}

function neighbourCounts(size: number): readonly number[] {
  const least = Math.min(LEAST_COUNT, Math.max(2, Math.floor(size / 4)));
  const shares = Array.from({ length: SHARES }, (_, n) => ((n + 1) / SHARES) * LARGEST_SHARE);
  const counts = [
    ...SMALL_STEPS.map((step) => least + step),
    ...shares.map((share) => Math.round(share * size)),
  ];
  return [...new Set(counts)].filter((n) => n >= least && n < size).sort((a, b) => a - b);
}

/** For each vector all others, the most alike first. */
function neighbours(table: Float64Array, size: number): readonly Uint32Array[] {
  return Array.from({ length: size }, (_, i) => {
    const row = table.subarray(i * size, (i + 1) * size);
    const others = Uint32Array.from({ length: size }, (_other, j) => j);
    return others.sort(
      (a, b) => (row[b] ?? 0) - (row[a] ?? 0) || Math.abs(a - i) - Math.abs(b - i),
    );
  });
}

/** Of the graph that joins each vector with its nearest ones; a join from one side counts half. */
function laplacian(order: readonly Uint32Array[], size: number, count: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (const [i, others] of order.entries()) {
    for (const j of others.subarray(0, count)) {
      if (i === j) continue;
      for (const [row, column] of [
        [i, j],
        [j, i],
      ] as const) {
        matrix[row * size + column] = (matrix[row * size + column] ?? 0) - 0.5;
        matrix[row * size + row] = (matrix[row * size + row] ?? 0) + 0.5;
      }
    }
  }
  return matrix;
}

/** The largest gap behind an eigenvalue whose number is within the bounds. */
function largestGap(values: Float64Array, { least, most }: SpeakerBounds) {
  let best = { groups: least, gap: -1 };
  for (let groups = least; groups <= Math.min(most, values.length - 1); groups += 1) {
    const gap = (values[groups] ?? 0) - (values[groups - 1] ?? 0);
    if (gap > best.gap) best = { groups, gap };
  }
  return best;
}
