import type { ActionItemList, Summary, SummaryEditList } from '#contracts/api';
import type {
  Certainty,
  CitedSegment,
  Decision,
  SummaryContent,
  SummaryEvidence,
  SummaryPoint,
} from '#contracts/model';
import { listActionItems } from '#domain';
import type { MarkedItems, ShownSummary, SummaryEditRecord } from '#store';

/** The summary that is shown, as the API shows it. */
export function toSummary(shown: ShownSummary): Summary {
  const { conversationId, base, content, evidence, current, editedAt, newer } = shown;
  const { summaryId: id, ...made } = base;
  return {
    ...{ id, conversationId, current, ...made },
    ...toContent(content),
    leftOut: evidence && toLeftOut(evidence),
    coverage: evidence && toCoverage(evidence),
    editedAt: editedAt?.toISOString() ?? null,
    newer: newer && {
      ...{ id: newer.summaryId, revision: newer.revision },
      ...{ engine: newer.engine, createdAt: newer.createdAt },
    },
  };
}

/** What people have made of summaries, as the API shows it. */
export function toSummaryEdits(edits: readonly SummaryEditRecord[]): SummaryEditList {
  return {
    items: edits.map(({ id, base, content, editedAt }) => ({
      ...{ id, summaryId: base.summaryId, revision: base.revision },
      editedAt: editedAt.toISOString(),
      content: content && toContent(content),
    })),
  };
}

function toContent(content: SummaryContent) {
  const { overview, attendees = [], topics = [], keyPoints, decisions, actionItems } = content;
  return {
    ...{ overview, attendees: [...attendees], topics: [...topics] },
    keyPoints: keyPoints.map(toPoint),
    decisions: decisions.map((decision) => withCertainty(decision)),
    actionItems: actionItems.map((item) => withCertainty(item)),
  };
}

function toLeftOut({ leftOut }: SummaryEvidence): Summary['leftOut'] {
  const count = Object.values(leftOut).reduce((sum, each) => sum + each, 0);
  return { count, reasons: { ...leftOut } };
}

function toCoverage({ coverage }: SummaryEvidence): Summary['coverage'] {
  const [first, second, last] = coverage.thirds;
  return { ...coverage, thirds: [first, second, last] };
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
