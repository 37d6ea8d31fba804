import type { ActionItem, Decision, SummaryContent } from '#contracts/model';
import { sumFound, type FoundCount } from '#domain';
import type { ConversationCase, ExpectedPoint } from './case.schema.ts';
import { turnNumberOf } from './turn-ids.ts';

/** What was found of action items or decisions. */
export interface PointsFound {
  /** Conversations of which a person has said what there is to find. */
  readonly conversations: number;
  readonly all: FoundCount;
  /** Only what the engine is certain of; the page folds the others away. */
  readonly certain: FoundCount;
  /** Found action items that have somebody to do them, and how often it is the right one. */
  readonly assigned: { readonly right: number; readonly of: number };
}

/** A conversation and what an engine has made of it. */
export interface Summarised {
  readonly conversation: ConversationCase;
  readonly content: SummaryContent;
}

/** The action items found; `null` when no conversation says which there are. */
export function actionItemsFound(summaries: readonly Summarised[]): PointsFound | null {
  return pointsFound(summaries, ({ conversation, content }) => ({
    expected: conversation.actionItems,
    given: content.actionItems,
  }));
}

/** The decisions found; `null` when no conversation says which there are. */
export function decisionsFound(summaries: readonly Summarised[]): PointsFound | null {
  return pointsFound(summaries, ({ conversation, content }) => ({
    expected: conversation.decisions,
    given: content.decisions,
  }));
}

type Given = Decision & Partial<Pick<ActionItem, 'who'>>;

interface Points {
  readonly expected: readonly ExpectedPoint[] | undefined;
  readonly given: readonly Given[];
}

function pointsFound(
  summaries: readonly Summarised[],
  pointsOf: (summarised: Summarised) => Points,
): PointsFound | null {
  const known = summaries
    .map(pointsOf)
    .flatMap(({ expected, given }) => (expected === undefined ? [] : [{ expected, given }]));
  if (known.length === 0) return null;
  const pairs = known.flatMap(({ expected, given }) => paired(expected, given));
  const named = pairs.filter(({ expected }) => expected.who !== undefined);
  return {
    conversations: known.length,
    all: sumFound(known.map(({ expected, given }) => countOf(expected, given))),
    certain: sumFound(
      known.map(({ expected, given }) => countOf(expected, given.filter(isCertain))),
    ),
    assigned: {
      right: named.filter(({ expected, given }) => isSameName(expected.who, given.who)).length,
      of: named.length,
    },
  };
}

function countOf(expected: readonly ExpectedPoint[], given: readonly Given[]): FoundCount {
  const right = paired(expected, given).length;
  return { right, given: given.length, found: right, expected: expected.length };
}

interface Pair {
  readonly expected: ExpectedPoint;
  readonly given: Given;
}

/**
 * Pairs each given point with an expected one of the same turn; each expected one counts once, so that what
 * is said twice is not right twice.
 */
function paired(expected: readonly ExpectedPoint[], given: readonly Given[]): readonly Pair[] {
  const left = new Set(expected);
  return given.flatMap((point) => {
    const turns = point.turnIds.map(turnNumberOf);
    const found = [...left].find((each) => each.turns.some((turn) => turns.includes(turn)));
    if (found === undefined) return [];
    left.delete(found);
    return [{ expected: found, given: point }];
  });
}

function isCertain({ certainty }: Given): boolean {
  return certainty !== 'possible';
}

function isSameName(expected: string | undefined, given: string | null | undefined): boolean {
  return expected?.trim().toLowerCase() === given?.trim().toLowerCase();
}
