import type { VoiceWindow } from '#contracts/model';

/**
 * The common baseline: average-linkage clustering down to a fixed similarity.
 * @param threshold least cosine at which two groups are merged
 * @returns for each window the number of its group
 */
export function thresholdClusters(
  windows: readonly VoiceWindow[],
  threshold: number,
): readonly number[] {
  const units = windows.map(({ embedding }) => {
    const length = Math.hypot(...embedding);
    return embedding.map((value) => value / length);
  });
  let groups = units.map((_, n) => [n]);
  const alike = units.map((a) =>
    units.map((b) => a.reduce((sum, v, i) => sum + v * (b[i] ?? 0), 0)),
  );
  for (;;) {
    let best = { first: -1, second: -1, mean: threshold };
    for (const [first, a] of groups.entries()) {
      for (let second = first + 1; second < groups.length; second += 1) {
        const b = groups[second] ?? [];
        let sum = 0;
        for (const i of a) for (const j of b) sum += alike[i]?.[j] ?? 0;
        const mean = sum / (a.length * b.length);
        if (mean >= best.mean) best = { first, second, mean };
      }
    }
    if (best.first < 0) break;
    const joined = [...(groups[best.first] ?? []), ...(groups[best.second] ?? [])];
    groups = [...groups.filter((_, n) => n !== best.first && n !== best.second), joined];
  }
  return windows.map((_, n) => groups.findIndex((members) => members.includes(n)));
}
