import type { Fact, FactValue } from '#contracts/model';

/** A fact before it has an id. */
export type PlacedFact = Omit<Fact, 'id' | 'decision'>;

/** A fact with what identifies it within an agent and a project. */
export interface KeyedFact {
  readonly key: string;
  readonly fact: PlacedFact;
}

/**
 * Gives each fact of a source a key that is the same when the source is read again, also by another
 * engine: its turn or part, its value, and how many facts of this value come before it there. What
 * people decided about a fact is found by it.
 * @param facts in the order in which they are stated
 */
export function keyedFacts(facts: readonly PlacedFact[]): readonly KeyedFact[] {
  const counts = new Map<string, number>();
  return facts.map((fact) => {
    const place = `${placeOf(fact)}|${valueKey(fact)}`;
    const nth = counts.get(place) ?? 0;
    counts.set(place, nth + 1);
    return { key: `${place}|${nth}`, fact };
  });
}

function placeOf({ citation }: PlacedFact): string {
  return citation.kind === 'spoken' ? citation.turnId : `${citation.documentId}:${citation.part}`;
}

/** Facts without a value are known by their words. */
function valueKey({ value, quote, on }: PlacedFact): string {
  return value === null ? `${on?.date ?? ''}:${normalised(quote)}` : keyOfValue(value);
}

function keyOfValue(value: FactValue): string {
  switch (value.kind) {
    case 'money':
      return [value.currency, value.amount, value.upTo ?? '', value.per ?? ''].join(':');
    case 'percent':
      return `%:${value.percent}`;
    case 'quantity':
      return `${value.unit}:${value.quantity}`;
  }
}

function normalised(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
