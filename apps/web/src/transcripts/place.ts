import type { TranscriptSegment } from '../api/types.ts';
import { lastStartedAt } from './spoken-at.ts';
import { heardTurn, type TimelineEntry } from './timeline.ts';

/** A place in a transcript: what is lit there, and what is heard. */
export interface TranscriptPlace {
  readonly turnId: string;
  /** In order; empty for the whole turn. */
  readonly segmentIds: readonly string[];
  /** Milliseconds from the start of the turn; null in a turn without times. */
  readonly clipMs: number | null;
}

type Timeline = readonly TimelineEntry[];

/** The start of a turn; null when the transcript has no such turn. */
export function placeOfTurn(timeline: Timeline, turnId: string): TranscriptPlace | null {
  const entry = timeline.find(({ turn }) => turn.turnId === turnId);
  return entry ? { turnId, segmentIds: [], clipMs: isTimed(entry) ? entry.beginsMs : null } : null;
}

/** A segment; null when the transcript has no such segment. */
export function placeOfSegment(timeline: Timeline, segmentId: string): TranscriptPlace | null {
  for (const entry of timeline) {
    const segment = entry.turn.segments.find(({ id }) => id === segmentId);
    if (segment !== undefined) return placeOf(entry, segment);
  }
  return null;
}

/**
 * The segment that is heard at a moment; after the end, the last one.
 *
 * @param atMs - Milliseconds from the start of the conversation.
 * @returns Null when nothing has times.
 */
export function placeAt(timeline: Timeline, atMs: number): TranscriptPlace | null {
  const timed = timeline.filter(isTimed);
  const entry = timed[Math.max(0, lastStartedAt(timed, atMs))];
  if (entry === undefined) return null;
  const clipMs = Math.max(0, Math.min(atMs, entry.endMs) - entry.startMs);
  return placeInTurn(heardEntry(timed, entry, clipMs), clipMs);
}

/** The entry of the turn that is heard at a moment of the recording of another one. */
function heardEntry(timeline: Timeline, entry: TimelineEntry, clipMs: number): TimelineEntry {
  const { clipId } = entry.turn;
  if (clipId === null) return entry;
  const same = timeline.filter(({ turn }) => turn.clipId === clipId);
  const heard = heardTurn(
    same.map(({ turn }) => turn),
    clipMs,
  );
  return same.find(({ turn }) => turn === heard) ?? entry;
}

/**
 * The segment of a turn that is heard at a moment.
 *
 * @param clipMs - Milliseconds from the start of the turn.
 */
export function placeInTurn({ turn }: TimelineEntry, clipMs: number): TranscriptPlace {
  const segment = turn.segments[Math.max(0, lastStartedAt(turn.segments, clipMs))];
  const segmentIds = segment === undefined ? [] : [segment.id];
  return { turnId: turn.turnId, segmentIds, clipMs };
}

/** Whether a turn has a length, as recordings and imported subtitles have. */
export function isTimed({ startMs, endMs }: TimelineEntry): boolean {
  return endMs > startMs;
}

function placeOf(entry: TimelineEntry, { id, startMs }: TranscriptSegment): TranscriptPlace {
  const { turnId } = entry.turn;
  return { turnId, segmentIds: [id], clipMs: isTimed(entry) ? startMs : null };
}
