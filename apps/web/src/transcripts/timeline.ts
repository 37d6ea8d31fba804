import type { TranscriptTurn } from '../api/types.ts';
import { lastStartedAt } from './spoken-at.ts';

/** A turn on the common timeline of its conversation. Times are milliseconds. */
export interface TimelineEntry {
  readonly turn: TranscriptTurn;
  /** Start of its recording, with the recordings one after another, as in subtitles. */
  readonly startMs: number;
  readonly endMs: number;
  /** Where the turn begins in its recording: later than 0 when others are heard in it before. */
  readonly beginsMs: number;
}

/**
 * Places recordings and other turns one after another. Turns that are heard in one recording, as they may
 * have been imported, have its place.
 *
 * @param turns - The turns in order.
 * @returns One entry per turn.
 */
export function timelineOf(turns: readonly TranscriptTurn[]): readonly TimelineEntry[] {
  let clipId: string | null = null;
  let startMs = 0;
  let endMs = 0;
  return turns.map((turn) => {
    const isSame = turn.clipId !== null && turn.clipId === clipId;
    if (!isSame) startMs = endMs;
    ({ clipId } = turn);
    endMs = Math.max(endMs, startMs + lengthMsOf(turn));
    const beginsMs = isSame ? (turn.segments[0]?.startMs ?? 0) : 0;
    return { turn, startMs, endMs: startMs + lengthMsOf(turn), beginsMs };
  });
}

/** The turns that are heard in each clip, in order. */
export function turnsByClip(
  turns: readonly TranscriptTurn[],
): ReadonlyMap<string, readonly TranscriptTurn[]> {
  const found = new Map<string, TranscriptTurn[]>();
  for (const turn of turns) {
    if (turn.clipId === null) continue;
    const known = found.get(turn.clipId);
    if (known) known.push(turn);
    else found.set(turn.clipId, [turn]);
  }
  return found;
}

/** Whether the segments of a turn have times; words may have been imported without them. */
export function hasTimes({ clipId, segments }: TranscriptTurn): boolean {
  return segments.length === 0 ? clipId !== null : segments.some(({ endMs }) => endMs > 0);
}

/**
 * The turn that is heard at a moment of a recording: the one in which a segment has begun last.
 *
 * @param turns - The turns of the recording, in order.
 * @param clipMs - Milliseconds from the start of the recording.
 */
export function heardTurn(
  turns: readonly TranscriptTurn[],
  clipMs: number,
): TranscriptTurn | undefined {
  let heard = turns[0];
  let latestMs = -1;
  for (const turn of turns) {
    const begun = turn.segments[lastStartedAt(turn.segments, clipMs)];
    if (begun === undefined || begun.startMs <= latestMs) continue;
    heard = turn;
    latestMs = begun.startMs;
  }
  return heard;
}

function lengthMsOf({ durationMs, segments }: TranscriptTurn): number {
  return Math.max(durationMs ?? 0, segments.at(-1)?.endMs ?? 0);
}

/** Whether a turn is heard in a recording that has a text, and can be played while it is kept. */
export function isAudible({ clipId, taskState, segments }: TranscriptTurn): boolean {
  return clipId !== null && (taskState === 'completed' || segments.length > 0);
}

/** A position in the clip of a turn. */
export interface ClipPosition {
  readonly turn: TranscriptTurn;
  /** Milliseconds from the start of the clip. */
  readonly positionMs: number;
}

/**
 * Finds the clip position for a position in the conversation. In a turn that cannot be played, it
 * is the end of the previous playable turn.
 *
 * @param timeline - The timeline of all turns.
 * @param atMs - Milliseconds from the start of the conversation.
 * @param canPlay - Whether a turn can be played.
 * @returns `null` when no turn can be played.
 */
export function clipAt(
  timeline: readonly TimelineEntry[],
  atMs: number,
  canPlay: (turn: TranscriptTurn) => boolean = isAudible,
): ClipPosition | null {
  const audible = timeline.filter(({ turn }) => canPlay(turn));
  const entry = audible[Math.max(0, lastStartedAt(audible, atMs))];
  if (entry === undefined) return null;
  const inside = Math.min(Math.max(atMs, entry.startMs), entry.endMs);
  return { turn: entry.turn, positionMs: inside - entry.startMs };
}
