import type { Summary } from '#contracts/api';
import type { SummaryPoint } from '#contracts/model';
import type { SummaryRecord } from '#store';

/** A summary as the API shows it. */
export function toSummary({ summary, current }: SummaryRecord): Summary {
  const { content, createdAt, ...rest } = summary;
  return {
    ...rest,
    current,
    overview: content.overview,
    keyPoints: content.keyPoints.map(toPoint),
    decisions: content.decisions.map(toPoint),
    actionItems: content.actionItems.map((item) => {
      return { ...toPoint(item), who: item.who, when: item.when };
    }),
    createdAt: createdAt.toISOString(),
  };
}

/** Summaries from before segments were cited name only turns. */
function toPoint({ text, turnIds, segments = [] }: SummaryPoint): Summary['keyPoints'][number] {
  return { text, turnIds: [...turnIds], segments: [...segments] };
}
