import type { Citation, Fact } from '#contracts/model';

/**
 * Facts in the order in which they were said, also within a turn or a document: a statement can be
 * corrected in the next sentence. Sources that were said at the same time keep their order.
 */
export function factsInOrder(facts: readonly Fact[]): readonly Fact[] {
  const ranks = new Map<string, number>();
  for (const { citation } of facts) {
    const place = placeOf(citation);
    if (!ranks.has(place)) ranks.set(place, ranks.size);
  }
  return facts
    .map((fact) => ({ fact, key: sortKey(fact, ranks.get(placeOf(fact.citation)) ?? 0) }))
    .sort((one, other) => compare(one.key, other.key))
    .map(({ fact }) => fact);
}

/** The conversation or document that a fact is from. */
export function sourceOf({ citation }: Fact): string {
  return citation.kind === 'spoken' ? citation.conversationId : citation.documentId;
}

function placeOf(citation: Citation): string {
  return citation.kind === 'spoken' ? citation.turnId : citation.documentId;
}

type SortKey = readonly (string | number)[];

/** Of two facts with the same words, one that corrects comes last: it replaces the other one. */
function sortKey({ citation, saidAt, corrects, id }: Fact, rank: number): SortKey {
  const last = [Number(corrects), id];
  if (citation.kind === 'written') return [saidAt, rank, citation.part, citation.start, ...last];
  return [saidAt, rank, citation.startMs ?? 0, citation.quote[0]?.start ?? 0, ...last];
}

function compare(one: SortKey, other: SortKey): number {
  for (const [at, left] of one.entries()) {
    const right = other[at];
    if (right === undefined || left === right) continue;
    return left < right ? -1 : 1;
  }
  return 0;
}
