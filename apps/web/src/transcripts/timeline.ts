import type { TranscriptTurn } from '../api/types.ts';
import { lastStartedAt } from './spoken-at.ts';

/** A turn on the common timeline of its conversation. Times are milliseconds. */
export interface TimelineEntry {
  readonly turn: TranscriptTurn;
  /** Start of the turn, with the turns one after another, as in subtitles. */
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * Places turns one after another.
 *
 * @param turns - The turns in order.
 * @returns One entry per turn.
 */
export function timelineOf(turns: readonly TranscriptTurn[]): readonly TimelineEntry[] {
  let startMs = 0;
  return turns.map((turn) => {
    const entry = { turn, startMs, endMs: startMs + lengthMsOf(turn) };
    startMs = entry.endMs;
    return entry;
  });
}

function lengthMsOf({ durationMs, segments }: TranscriptTurn): number {
  return Math.max(durationMs ?? 0, segments.at(-1)?.endMs ?? 0);
}

/** Whether a turn is a recording that was transcribed, and can be played while it is kept. */
export function isAudible(turn: TranscriptTurn): boolean {
  return turn.clipId !== null && turn.taskState === 'completed';
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
