import type { ActionItemList, Summary } from '#contracts/api';
import type { Certainty, Decision } from '#contracts/model';
import { listActionItems } from '#domain';
import type { MarkedItems, SummaryRecord } from '#store';

/** A summary as the API shows it. */
export function toSummary({ summary, current }: SummaryRecord): Summary {
  const { content, createdAt, ...rest } = summary;
  const points = (some: typeof content.keyPoints) =>
    some.map(({ text, turnIds }) => ({ text, turnIds: [...turnIds] }));
  return {
    ...rest,
    current,
    overview: content.overview,
    keyPoints: points(content.keyPoints),
    decisions: content.decisions.map((decision) => withCertainty(decision)),
    actionItems: content.actionItems.map((item) => withCertainty(item)),
    createdAt: createdAt.toISOString(),
  };
}

/** The action items of a conversation as the API shows them. */
export function toActionItemList({ items, marks }: MarkedItems): ActionItemList {
  return { items: listActionItems(items, marks).map((item) => withCertainty(item)) };
}

/** A point of an engine that states no certainty is certain. */
function withCertainty<Point extends Decision>(
  point: Point,
): Point & { readonly certainty: Certainty; turnIds: string[] } {
  const { certainty = 'certain', turnIds } = point;
  return { ...point, certainty, turnIds: [...turnIds] };
}
