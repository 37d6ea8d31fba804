import type { TranscriptTurn } from '../api/types.ts';
import { lastStartedAt } from './spoken-at.ts';

/** A turn on the common timeline of its conversation. Times are milliseconds. */
export interface TimelineEntry {
  readonly turn: TranscriptTurn;
  /** When the turn begins, with the turns one after the other, as subtitles have it too. */
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * Puts turns one after the other.
 *
 * @param turns - In their order.
 * @returns One entry for each.
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

/** Whether a turn can be played: it has a clip that could be read. */
export function isAudible(turn: TranscriptTurn): boolean {
  return turn.clipId !== null && turn.taskState === 'completed';
}

/** Where on a clip to be. */
export interface ClipPosition {
  readonly turn: TranscriptTurn;
  /** Milliseconds from the start of the clip. */
  readonly positionMs: number;
}

/**
 * Finds what to play at a moment of the conversation. Where nothing can be heard it is the end of
 * what was heard before.
 *
 * @param timeline - Of all turns.
 * @param atMs - The moment, from the start of the conversation.
 * @returns `null` when no turn can be played.
 */
export function clipAt(timeline: readonly TimelineEntry[], atMs: number): ClipPosition | null {
  const audible = timeline.filter(({ turn }) => isAudible(turn));
  const entry = audible[Math.max(0, lastStartedAt(audible, atMs))];
  if (entry === undefined) return null;
  const inside = Math.min(Math.max(atMs, entry.startMs), entry.endMs);
  return { turn: entry.turn, positionMs: inside - entry.startMs };
}
