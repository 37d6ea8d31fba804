/** What may be chosen: what it tells of, and how long it is. */
export interface Coverable {
  /** Its units, such as words and pairs of words; each counts once. */
  readonly units: readonly string[];
  /** Its length in words; at least 1. */
  readonly length: number;
}

/**
 * How much the length counts against a choice: 0 not at all, 1 in proportion. Measured on public meetings
 * that are not in the repository: 0.3 to 0.6 is best.
 */
const LENGTH_EXPONENT = 0.5;

/**
 * Chooses what together tells of most: one after the other that adds the most units, weighted by how many
 * have them, in relation to its length (greedy maximum coverage with a length exponent; H. Lin and
 * J. Bilmes, "A class of submodular functions for document summarization", 2011). What repeats chosen ones
 * adds nothing and is not chosen. Takes time in proportion to the number of items times `most`.
 * @param items what to choose from, in order
 * @param most how many at most
 * @param weightOf what a unit is worth that so many items have
 * @returns the chosen ones, in their order
 */
export function coverMost<Item extends Coverable>(
  items: readonly Item[],
  most: number,
  weightOf: (unit: string, count: number) => number,
): readonly Item[] {
  const weights = weigh(items, weightOf);
  const covered = new Set<string>();
  const chosen = new Set<Item>();
  while (chosen.size < most) {
    const next = best(items, (item) => worth(item, weights, covered));
    if (next === null) break;
    chosen.add(next);
    for (const unit of next.units) covered.add(unit);
  }
  return items.filter((item) => chosen.has(item));
}

function weigh(
  items: readonly Coverable[],
  weightOf: (unit: string, count: number) => number,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { units } of items) {
    for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return new Map(Array.from(counts, ([unit, count]) => [unit, weightOf(unit, count)]));
}

function worth(
  { units, length }: Coverable,
  weights: ReadonlyMap<string, number>,
  covered: ReadonlySet<string>,
): number {
  let added = 0;
  for (const unit of units) if (!covered.has(unit)) added += weights.get(unit) ?? 0;
  return added / length ** LENGTH_EXPONENT;
}

function best<Item>(items: readonly Item[], worthOf: (item: Item) => number): Item | null {
  let found: Item | null = null;
  let most = 0;
  for (const item of items) {
    const value = worthOf(item);
    if (value > most) [found, most] = [item, value];
  }
  return found;
}
