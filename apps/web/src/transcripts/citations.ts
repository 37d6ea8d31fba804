import type { Summary } from '../api/types.ts';
import { formatPosition } from '../shared/durations.ts';
import { segmentHash } from './moment-link.ts';
import { placeInTurn, type TranscriptPlace } from './place.ts';
import type { TimelineEntry } from './timeline.ts';

/** A point of a summary, as far as its sources are concerned. */
export type Cited = Pick<Summary['keyPoints'][number], 'turnIds' | 'segments'>;

/** A source of a point, as the page shows it. */
export interface Citation {
  /** The moment of a recording, such as `3:12`, or the number of a typed turn; `?` when it is gone. */
  readonly label: string;
  readonly isMoment: boolean;
  /** Empty when the turn is gone. */
  readonly speaker: string;
  /** Null when the turn is gone. */
  readonly place: TranscriptPlace | null;
  /** The fragment of its address. */
  readonly hash: string;
}

/**
 * The sources of a point: for a turn with cited segments their moments, and else its number.
 * Segments that follow each other are one source.
 *
 * @param timeline - All turns of the conversation.
 */
export function citationsOf(
  { turnIds, segments }: Cited,
  timeline: readonly TimelineEntry[],
): readonly Citation[] {
  const citations = turnIds.flatMap((turnId) => {
    const index = timeline.findIndex(({ turn }) => turn.turnId === turnId);
    const entry = timeline[index];
    if (entry === undefined) return [goneTurn(turnId)];
    const cited = segments.filter((segment) => segment.turnId === turnId);
    return cited.length === 0
      ? [wholeTurn(entry, index + 1)]
      : runsOf(entry, cited).map((run) => moment(entry, run));
  });
  return [...new Map(citations.map((each) => [each.label + each.hash, each])).values()];
}

function goneTurn(turnId: string): Citation {
  return { label: '?', isMoment: false, speaker: '', place: null, hash: `#${turnId}` };
}

function wholeTurn({ turn, startMs, endMs }: TimelineEntry, number: number): Citation {
  const { turnId, speaker } = turn;
  const place = { turnId, segmentIds: [], clipMs: endMs > startMs ? 0 : null };
  return { label: String(number), isMoment: false, speaker, place, hash: `#${turnId}` };
}

function moment(entry: TimelineEntry, places: readonly TranscriptPlace[]): Citation {
  const segmentIds = places.flatMap((place) => place.segmentIds);
  const { turnId, speaker } = entry.turn;
  const clipMs = places[0]?.clipMs ?? 0;
  const atMs = entry.startMs + clipMs;
  return {
    ...{ label: formatPosition(atMs), isMoment: true, speaker },
    place: { turnId, segmentIds, clipMs },
    hash: segmentIds[0] === undefined ? `#t=${atMs / 1000}` : segmentHash(segmentIds[0], atMs),
  };
}

/** The cited segments as the turn has them now, grouped where they follow each other. */
function runsOf(
  entry: TimelineEntry,
  cited: Cited['segments'],
): readonly (readonly TranscriptPlace[])[] {
  const indexes = new Map(entry.turn.segments.map(({ id }, index) => [id, index]));
  const runs: TranscriptPlace[][] = [];
  let last = -2;
  for (const { segmentId, startMs } of cited) {
    // A recording that was transcribed again has other segments at the same moment.
    const known = indexes.has(segmentId);
    const place = known
      ? { turnId: entry.turn.turnId, segmentIds: [segmentId], clipMs: startMs }
      : placeInTurn(entry, startMs);
    const index = indexes.get(place.segmentIds[0] ?? '') ?? -2;
    if (index >= 0 && index === last) continue;
    if (index >= 0 && index === last + 1) runs.at(-1)?.push(place);
    else runs.push([place]);
    last = index;
  }
  return runs;
}
