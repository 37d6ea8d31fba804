/**
 * Why a statement of a summary was left out: the conversation has no such name, number or date where it
 * speaks of it, says the opposite, or says nothing of the kind.
 */
export const LEFT_OUT_REASONS = ['name', 'number', 'date', 'negation', 'not_said'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** How many statements were left out, by reason; a reason without any is absent. */
export type LeftOutCounts = Readonly<Partial<Record<LeftOutReason, number>>>;

/** How much of a conversation the points of its summary draw on. */
export interface SummaryCoverage {
  /** Number of turns that are cited. */
  readonly turnsCited: number;
  /** Number of all turns with text. */
  readonly turnCount: number;
  /** Share of the characters of the conversation in cited segments and typed turns, from 0 to 1. */
  readonly textShare: number;
  /** Number of points that cite the first, second and last third of the text. */
  readonly thirds: readonly [number, number, number];
}

/** What is known of how a summary rests on its conversation. */
export interface SummaryEvidence {
  readonly leftOut: LeftOutCounts;
  readonly coverage: SummaryCoverage;
}
