import type { CitedSegment, SummaryPoint } from '#contracts/model';

/** Something that a point of a summary is based on: segments of a recorded turn, or a typed turn. */
export interface Source {
  readonly turnId: string;
  /** Empty for a typed turn. */
  readonly segments: readonly CitedSegment[];
}

/** What a point says of its sources: each turn and each segment once, in the order given. */
export function cited(sources: readonly Source[]): Pick<SummaryPoint, 'turnIds' | 'segments'> {
  const turnIds = [...new Set(sources.map(({ turnId }) => turnId))];
  const byId = new Map<string, CitedSegment>();
  for (const segment of sources.flatMap(({ segments }) => segments)) {
    byId.set(segment.segmentId, segment);
  }
  return byId.size === 0 ? { turnIds } : { turnIds, segments: [...byId.values()] };
}

/** The sources of a point, one for each of its turns. */
export function sourcesOf({ turnIds, segments = [] }: SummaryPoint): readonly Source[] {
  return turnIds.map((turnId) => ({
    turnId,
    segments: segments.filter((segment) => segment.turnId === turnId),
  }));
}
