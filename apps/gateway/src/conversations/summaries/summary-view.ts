import type { ActionItemList, Summary } from '#contracts/api';
import type { Certainty, CitedSegment, Decision, SummaryPoint } from '#contracts/model';
import { listActionItems } from '#domain';
import type { MarkedItems, SummaryRecord } from '#store';

/** A summary as the API shows it. */
export function toSummary({ summary, current }: SummaryRecord): Summary {
  const { content, createdAt, ...rest } = summary;
  return {
    ...rest,
    current,
    overview: content.overview,
    keyPoints: content.keyPoints.map(toPoint),
    decisions: content.decisions.map((decision) => withCertainty(decision)),
    actionItems: content.actionItems.map((item) => withCertainty(item)),
    createdAt: createdAt.toISOString(),
  };
}

/** Summaries from before segments were cited name only turns. */
function toPoint({ text, turnIds, segments = [] }: SummaryPoint): Summary['keyPoints'][number] {
  return { text, turnIds: [...turnIds], segments: [...segments] };
}

/** The action items of a conversation as the API shows them. */
export function toActionItemList({ items, marks }: MarkedItems): ActionItemList {
  return { items: listActionItems(items, marks).map((item) => withCertainty(item)) };
}

/** A point of an engine that states no certainty is certain. */
function withCertainty<Point extends Decision>(
  point: Point,
): Point & { readonly certainty: Certainty; turnIds: string[]; segments: CitedSegment[] } {
  const { certainty = 'certain', turnIds, segments = [] } = point;
  return { ...point, certainty, turnIds: [...turnIds], segments: [...segments] };
}
