import type { ActionItem, SummaryContent, SummaryPoint } from '#contracts/model';

/** A point, or an action item with who does it and when. */
type Point = SummaryPoint & Partial<Pick<ActionItem, 'who' | 'when'>>;

/** All points of a summary, of every kind. */
export function pointsOf({
  keyPoints,
  decisions,
  actionItems,
}: SummaryContent): readonly SummaryPoint[] {
  return [...keyPoints, ...decisions, ...actionItems];
}

/** Points that were checked before: what says the same and cites the same holds as well. */
export class CheckedPoints {
  private readonly known: ReadonlySet<string>;

  constructor(points: readonly SummaryPoint[]) {
    this.known = new Set(points.map(identityOf));
  }

  has(point: SummaryPoint): boolean {
    return this.known.has(identityOf(point));
  }
}

function identityOf({ text, turnIds, segments = [], who = null, when = null }: Point): string {
  return JSON.stringify([text, turnIds, segments.map(({ segmentId }) => segmentId), who, when]);
}
