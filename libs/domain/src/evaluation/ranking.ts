/** Something with the number by which it is ordered, and whether it should come first. */
export interface Ranked {
  readonly value: number;
  readonly isRelevant: boolean;
}

/**
 * The area under the receiver operating characteristic: the probability that a relevant one has a higher
 * number than an irrelevant one; ties count half (Mann-Whitney).
 * @returns 0 to 1; `NaN` when all are relevant, or none
 */
export function areaUnderCurve(ranked: readonly Ranked[]): number {
  const ordered = ranked.toSorted((one, other) => one.value - other.value);
  let rankSum = 0;
  for (let from = 0; from < ordered.length;) {
    let to = from;
    while (ordered[to]?.value === ordered[from]?.value && to < ordered.length) to += 1;
    const relevant = ordered.slice(from, to).filter(({ isRelevant }) => isRelevant).length;
    rankSum += (relevant * (from + 1 + to)) / 2;
    from = to;
  }
  const relevant = ranked.filter(({ isRelevant }) => isRelevant).length;
  const least = (relevant * (relevant + 1)) / 2;
  return (rankSum - least) / (relevant * (ranked.length - relevant));
}

/**
 * The share of relevant ones among those with the highest numbers.
 * @param budget how many are taken; with fewer, all are
 * @returns 0 to 1; `NaN` when there are none
 */
export function precisionAt(budget: number, ranked: readonly Ranked[]): number {
  const taken = ranked.toSorted((one, other) => other.value - one.value).slice(0, budget);
  return taken.filter(({ isRelevant }) => isRelevant).length / taken.length;
}
