import type { HeardSegment, SegmentOfTurn, SpokenSpan } from '#contracts/model';

/**
 * Makes what gives heard segments to the turns of a recording.
 * @param firstTurnId the turn that has the recording
 * @param spans the earlier segments of its turns; none when it is heard for the first time
 */
export type TurnDivider = (
  firstTurnId: string,
  spans: readonly SpokenSpan[],
) => (heard: HeardSegment) => readonly SegmentOfTurn[];

/** Everything is of the turn that has the recording. */
export const ONE_TURN: TurnDivider = (turnId) => (segment) => [{ turnId, segment }];

/** A segment with its place in its turn. */
export interface PlacedSegment extends SegmentOfTurn {
  readonly position: number;
}

/** Counts the segments of each turn. */
export class SegmentsOfTurns {
  private readonly counts = new Map<string, number>();

  constructor(private readonly divide: ReturnType<TurnDivider>) {}

  place(heard: HeardSegment): readonly PlacedSegment[] {
    return this.divide(heard).map((part) => {
      const position = this.counts.get(part.turnId) ?? 0;
      this.counts.set(part.turnId, position + 1);
      return { ...part, position };
    });
  }
}
