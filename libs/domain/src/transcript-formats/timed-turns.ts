import type { Transcript, TranscriptTurn } from './transcript.ts';

/** A turn and its start, in milliseconds, when all clips are played in sequence. */
export interface TimedTurn {
  readonly turn: TranscriptTurn;
  readonly offsetMs: number;
}

/**
 * One timeline for the turns of a conversation: each clip begins where the one before it ends. Turns
 * that were imported with their times have no clips; those next to each other are of one recording, so
 * they begin together.
 */
export class TurnTimeline {
  /** Start of the recording of imported turns. */
  private startMs = 0;
  private endMs = 0;

  /** Total length so far, in milliseconds. */
  get totalMs(): number {
    return this.endMs;
  }

  /**
   * Adds a turn.
   * @param lengthMs of its clip; without one, when its last segment ends
   * @returns its start, from which its times count
   */
  add(hasClip: boolean, lengthMs: number): number {
    const isImported = !hasClip && lengthMs > 0;
    const offsetMs = isImported ? this.startMs : this.endMs;
    this.endMs = Math.max(this.endMs, offsetMs + lengthMs);
    if (hasClip) this.startMs = this.endMs;
    return offsetMs;
  }
}

/** Puts the turns of a conversation on one timeline. */
export function timedTurns({ turns }: Pick<Transcript, 'turns'>): readonly TimedTurn[] {
  const timeline = new TurnTimeline();
  return turns.map((turn) => ({ turn, offsetMs: timeline.add(turn.hasClip, lengthOf(turn)) }));
}

/** Total length of all clips in milliseconds. */
export function totalMs({ turns }: Pick<Transcript, 'turns'>): number {
  const timeline = new TurnTimeline();
  for (const turn of turns) timeline.add(turn.hasClip, lengthOf(turn));
  return timeline.totalMs;
}

/** A clip is at least as long as its segments, also when its length is unknown. */
function lengthOf({ durationMs, segments }: TranscriptTurn): number {
  return segments.reduce((longest, { endMs }) => Math.max(longest, endMs), durationMs ?? 0);
}
