import type { CorrectionSpan } from '#contracts/model';

/** A change that a person has undone. */
export type UndonePlace = Extract<CorrectionSpan, { readonly outcome: 'taken' | 'undone' }>;

/**
 * The spans of a new correction, in which nothing changes what a person has undone. Where a new span
 * is at an undone place, it counts as undone; other undone places stay, for later corrections.
 * @param spans of the new correction, in order
 * @param undone of earlier corrections of the same text
 * @returns all of them in order, without overlap
 */
export function keepUndone(
  spans: readonly CorrectionSpan[],
  undone: readonly UndonePlace[],
): readonly CorrectionSpan[] {
  if (undone.length === 0) return spans;
  const kept = spans.map((span): CorrectionSpan =>
    span.outcome === 'taken' && undone.some((place) => meets(span, place))
      ? { ...span, outcome: 'undone' }
      : span,
  );
  const rest = undone.filter((place) => !kept.some((span) => meets(span, place)));
  const remembered = rest.map((place): CorrectionSpan => ({ ...place, outcome: 'undone' }));
  return [...kept, ...remembered].sort(
    (one, other) => one.start - other.start || one.end - other.end,
  );
}

type Place = Pick<CorrectionSpan, 'start' | 'end'>;

/** Whether two places have text in common, or are the same place between two characters. */
function meets(one: Place, other: Place): boolean {
  if (one.start === other.start && one.end === other.end) return true;
  return Math.max(one.start, other.start) < Math.min(one.end, other.end);
}
