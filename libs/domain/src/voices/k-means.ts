const MOST_ROUNDS = 50;

/**
 * K-means with a start that depends on the points alone: the point farthest from the mean, then each time the one
 * farthest from those chosen. So the order of the points does not matter, and nothing is random.
 * @param points rows of one length
 * @returns for each point the number of its group, below `count`
 */
export function kMeans(points: readonly Float64Array[], count: number): readonly number[] {
  let centres = farApart(points, count);
  let groups = points.map((point) => nearestCentre(point, centres));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    centres = centres.map(
      (centre, n) => meanOf(points.filter((_, i) => groups[i] === n)) ?? centre,
    );
    const next = points.map((point) => nearestCentre(point, centres));
    if (next.every((group, i) => group === groups[i])) break;
    groups = next;
  }
  return groups;
}

function farApart(points: readonly Float64Array[], count: number): readonly Float64Array[] {
  const mean = meanOf(points);
  if (mean === null) return [];
  const chosen: Float64Array[] = [];
  let distances = points.map((point) => squaredDistance(point, mean));
  while (chosen.length < Math.min(count, points.length)) {
    const next = points[distances.indexOf(Math.max(...distances))] ?? mean;
    const toNext = points.map((point) => squaredDistance(point, next));
    distances = toNext.map((d, i) => (chosen.length === 0 ? d : Math.min(d, distances[i] ?? d)));
    chosen.push(next);
  }
  return chosen;
}

function nearestCentre(point: Float64Array, centres: readonly Float64Array[]): number {
  const distances = centres.map((centre) => squaredDistance(point, centre));
  return distances.indexOf(Math.min(...distances));
}

function meanOf(points: readonly Float64Array[]): Float64Array | null {
  const [first] = points;
  if (first === undefined) return null;
  const sum = new Float64Array(first.length);
  for (const point of points)
    for (const [i, value] of point.entries()) sum[i] = (sum[i] ?? 0) + value;
  return sum.map((value) => value / points.length);
}

function squaredDistance(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0);
}
