import type { Transcript, TranscriptTurn } from './transcript.ts';

/** A turn and its start, in milliseconds, when all clips are played in sequence. */
export interface TimedTurn {
  readonly turn: TranscriptTurn;
  readonly offsetMs: number;
}

/** What the place of a turn on the timeline depends on. */
export interface TimelineTurn {
  readonly hasClip: boolean;
  /** `null` without a clip. */
  readonly recordingId: string | null;
  /** Of its clip, in milliseconds; without one, when its last segment ends. */
  readonly lengthMs: number;
}

/**
 * One timeline for the turns of a conversation: each clip begins where the one before it ends, unless
 * both are parts of one recording, which begin together. Turns that were imported with their times have
 * no clips; those next to each other are of one recording, so they begin together, too.
 */
export class TurnTimeline {
  /** Start of the recording of imported turns. */
  private startMs = 0;
  private endMs = 0;
  /** The last recording of a clip, and its start. */
  private recording: { readonly id: string; readonly startMs: number } | null = null;

  /** Total length so far, in milliseconds. */
  get totalMs(): number {
    return this.endMs;
  }

  /**
   * Adds a turn.
   * @returns its start, from which its times count
   */
  add({ hasClip, recordingId, lengthMs }: TimelineTurn): number {
    const offsetMs = this.startOf(hasClip || lengthMs === 0, recordingId);
    this.endMs = Math.max(this.endMs, offsetMs + lengthMs);
    if (hasClip) this.startMs = this.endMs;
    if (recordingId !== null) this.recording = { id: recordingId, startMs: offsetMs };
    return offsetMs;
  }

  private startOf(follows: boolean, recordingId: string | null): number {
    if (recordingId !== null && this.recording?.id === recordingId) return this.recording.startMs;
    return follows ? this.endMs : this.startMs;
  }
}

/** Puts the turns of a conversation on one timeline. */
export function timedTurns({ turns }: Pick<Transcript, 'turns'>): readonly TimedTurn[] {
  const timeline = new TurnTimeline();
  return turns.map((turn) => ({
    turn,
    offsetMs: timeline.add({ ...turn, lengthMs: lengthOf(turn) }),
  }));
}

/** Total length of all clips in milliseconds. */
export function totalMs({ turns }: Pick<Transcript, 'turns'>): number {
  const timeline = new TurnTimeline();
  for (const turn of turns) timeline.add({ ...turn, lengthMs: lengthOf(turn) });
  return timeline.totalMs;
}

/** A clip is at least as long as its segments, also when its length is unknown. */
function lengthOf({ durationMs, segments }: TranscriptTurn): number {
  return segments.reduce((longest, { endMs }) => Math.max(longest, endMs), durationMs ?? 0);
}
