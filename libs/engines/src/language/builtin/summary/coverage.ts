/** What may be chosen: what it tells of, and how long it is. */
export interface Coverable {
  /** Its units, such as words and pairs of words; each counts once. */
  readonly units: readonly string[];
  /** Its length in words. */
  readonly length: number;
  /** A factor of what it adds, above 0: how much it is preferred to others. */
  readonly preference: number;
}

/**
 * How much the length counts against a choice: 0 not at all, 1 in proportion. Measured on public meetings
 * that are not in the repository: 0.5 to 0.7 is best (ADR 43).
 */
const LENGTH_EXPONENT = 0.6;
/** Nothing gains by being shorter, in words: what is shorter is hardly understood alone. */
const SHORT_WORDS = 12;

/**
 * Chooses what together tells of most: one after the other that adds the most units by their weight, in relation
 * to its length (greedy maximum coverage with a length exponent; H. Lin and J. Bilmes, "A class of
 * submodular functions for document summarization", 2011). What repeats chosen ones adds nothing and is
 * not chosen. Takes time in proportion to the number of items times `most`.
 * @param items what to choose from, in order
 * @param most how many at most
 * @param weights what the units are worth; others are worth nothing
 * @returns the chosen ones, in their order
 */
export function coverMost<Item extends Coverable>(
  items: readonly Item[],
  most: number,
  weights: ReadonlyMap<string, number>,
): readonly Item[] {
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

function worth(
  { units, length, preference }: Coverable,
  weights: ReadonlyMap<string, number>,
  covered: ReadonlySet<string>,
): number {
  let added = 0;
  for (const unit of units) if (!covered.has(unit)) added += weights.get(unit) ?? 0;
  return (preference * added) / Math.max(SHORT_WORDS, length) ** LENGTH_EXPONENT;
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
