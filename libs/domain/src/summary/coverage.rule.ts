import {
  type SegmentStart,
  type SummaryContent,
  type SummaryCoverage,
  type SummaryPoint,
} from '#contracts/model';

/** A turn with its text. */
interface CoveredTurn {
  readonly turnId: string;
  readonly text: string;
  /** Where its segments begin in the text; absent when it was typed. */
  readonly segments?: readonly SegmentStart[];
}

/** A stretch of the whole text, as characters from its beginning. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * How much of a conversation the points of its summary draw on: the turns that they cite, the share of the
 * text in cited segments and typed turns, and how many points cite each third of the text.
 * @param turns all turns with text, in order
 */
export function summaryCoverage(
  { keyPoints, decisions, actionItems }: SummaryContent,
  turns: readonly CoveredTurn[],
): SummaryCoverage {
  const places = new Places(turns);
  const cited = [...keyPoints, ...decisions, ...actionItems].map((point) => places.of(point));
  const all = new Map(cited.flat().map((stretch) => [stretch.from, stretch]));
  const covered = [...all.values()].reduce((sum, { from, to }) => sum + to - from, 0);
  const inThird = (third: number) =>
    cited.filter((stretches) => stretches.some((each) => places.thirdOf(each) === third)).length;
  const turnIds = [...keyPoints, ...decisions, ...actionItems].flatMap((point) => point.turnIds);
  return {
    turnsCited: new Set(turnIds.filter((id) => places.has(id))).size,
    turnCount: turns.length,
    textShare: places.length === 0 ? 0 : Math.round((100 * covered) / places.length) / 100,
    thirds: [inThird(0), inThird(1), inThird(2)],
  };
}

/** Where turns and segments are in the whole text. */
class Places {
  readonly length: number;
  private readonly turns = new Map<string, { readonly turn: CoveredTurn; readonly from: number }>();

  constructor(turns: readonly CoveredTurn[]) {
    let from = 0;
    for (const turn of turns) {
      this.turns.set(turn.turnId, { turn, from });
      from += turn.text.length;
    }
    this.length = from;
  }

  has(turnId: string): boolean {
    return this.turns.has(turnId);
  }

  /** The stretches that a point cites: its segments, and its turns without cited segments. */
  of({ turnIds, segments = [] }: SummaryPoint): readonly Stretch[] {
    const recorded = new Set(segments.map(({ turnId }) => turnId));
    const typed = turnIds.filter((id) => !recorded.has(id)).map((id) => this.turnAt(id));
    const heard = segments.map(({ turnId, segmentId }) => this.segmentAt(turnId, segmentId));
    return [...typed, ...heard].filter((stretch) => stretch !== null);
  }

  /** 0, 1 or 2, by the middle of the stretch. */
  thirdOf({ from, to }: Stretch): number {
    return Math.min(2, Math.floor((3 * (from + to)) / (2 * Math.max(1, this.length))));
  }

  private turnAt(turnId: string): Stretch | null {
    const found = this.turns.get(turnId);
    return found ? { from: found.from, to: found.from + found.turn.text.length } : null;
  }

  private segmentAt(turnId: string, segmentId: string): Stretch | null {
    const found = this.turns.get(turnId);
    const segments = found?.turn.segments ?? [];
    const at = segments.findIndex((segment) => segment.segmentId === segmentId);
    const [segment, next] = [segments[at], segments[at + 1]];
    if (!found || !segment) return null;
    const end = next?.from ?? found.turn.text.length;
    return { from: found.from + segment.from, to: found.from + end };
  }
}
