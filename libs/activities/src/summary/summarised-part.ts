import type { LeftOutCounts, LeftOutReason, SummaryContent } from '#contracts/model';
import { LEFT_OUT_REASONS } from '#contracts/model';
import type { CitedPlaces } from '#domain';
import type { Counted } from '#engines';

/** The summary of consecutive turns, of which everything holds. */
export interface SummarisedPart {
  readonly content: SummaryContent;
  readonly leftOut: LeftOutCounts;
  readonly counted: Counted;
  /** Identifies the text that it summarises, and how. */
  readonly textHash: string;
}

/** A part with where its statements are from. */
export interface PlacedPart extends SummarisedPart {
  /** Where the turns and segments that it cites are in its text. */
  readonly places: CitedPlaces;
}

/** Who spoke in several parts, and how often. */
export function countedTogether(parts: readonly Pick<SummarisedPart, 'counted'>[]): Counted {
  const speakers = parts.flatMap(({ counted }) => counted.speakers);
  return {
    speakers: [...new Set(speakers)],
    turnCount: parts.reduce((sum, { counted }) => sum + counted.turnCount, 0),
  };
}

/** How many statements were left out, by reason. */
export function leftOutTogether(counts: readonly LeftOutCounts[]): LeftOutCounts {
  const of = (reason: LeftOutReason) => counts.reduce((sum, each) => sum + (each[reason] ?? 0), 0);
  return Object.fromEntries(
    LEFT_OUT_REASONS.map((reason) => [reason, of(reason)] as const).filter(
      ([, count]) => count > 0,
    ),
  );
}
