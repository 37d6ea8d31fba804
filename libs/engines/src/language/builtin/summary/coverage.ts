/** What may be chosen: what it tells of, and how long it is. */
export interface Coverable {
  /** Its units, such as words and pairs of words; each counts once. */
  readonly units: readonly string[];
  /** Its length in words. */
  readonly length: number;
  /** A factor of what it adds, above 0: how much it is preferred to others. */
  readonly preference: number;
  /** Where it is among all that was said: from 0 to less than 1. */
  readonly place: number;
}

/** What is known and chosen so far. */
interface Choice {
  readonly weights: ReadonlyMap<string, number>;
  /** What the first choice of a section adds. */
  readonly ofSection: number;
  readonly sectionOf: (item: Coverable) => number;
  readonly covered: Set<string>;
  readonly sections: Set<number>;
}

/**
 * How much the length counts against a choice: 0 not at all, 1 in proportion. Measured on public meetings
 * that are not in the repository: 0.5 to 0.7 is best (ADR 43).
 */
const LENGTH_EXPONENT = 0.6;
/** Nothing gains by being shorter, in words: what is shorter is hardly understood alone. */
const SHORT_WORDS = 12;
/** What the first choice of each section adds, as a share of the greatest weight, so that no part is left out. */
const SECTION = 0.05;

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
  const choice: Choice = {
    weights,
    ofSection: SECTION * greatest(weights.values()),
    sectionOf: ({ place }) => Math.floor(place * most),
    ...{ covered: new Set(), sections: new Set() },
  };
  const chosen = new Set<Item>();
  while (chosen.size < most) {
    const next = best(items, (item) => worth(item, choice));
    if (next === null) break;
    chosen.add(next);
    choice.sections.add(choice.sectionOf(next));
    for (const unit of next.units) choice.covered.add(unit);
  }
  return items.filter((item) => chosen.has(item));
}

function worth(item: Coverable, { weights, ofSection, sectionOf, ...had }: Choice): number {
  let added = 0;
  for (const unit of item.units) if (!had.covered.has(unit)) added += weights.get(unit) ?? 0;
  if (added === 0) return 0;
  if (!had.sections.has(sectionOf(item))) added += ofSection;
  return (item.preference * added) / Math.max(SHORT_WORDS, item.length) ** LENGTH_EXPONENT;
}

function greatest(values: Iterable<number>): number {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return most;
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
