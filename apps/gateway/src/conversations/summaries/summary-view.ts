import type { Summary } from '#contracts/api';
import type { SummaryRecord } from '#store';

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
    decisions: points(content.decisions),
    actionItems: content.actionItems.map((item) => ({ ...item, turnIds: [...item.turnIds] })),
    createdAt: createdAt.toISOString(),
  };
}
