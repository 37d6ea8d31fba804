import type { Transcript, TranscriptTurn } from './transcript.ts';

/** A turn and its start, in milliseconds, when all clips are played in sequence. */
export interface TimedTurn {
  readonly turn: TranscriptTurn;
  readonly offsetMs: number;
}

/** Puts the turns of a conversation on one timeline: each begins where the one before it ends. */
export function timedTurns({ turns }: Pick<Transcript, 'turns'>): readonly TimedTurn[] {
  let offsetMs = 0;
  return turns.map((turn) => {
    const timed = { turn, offsetMs };
    offsetMs += lengthOf(turn);
    return timed;
  });
}

/** Total length of all clips in milliseconds. */
export function totalMs({ turns }: Pick<Transcript, 'turns'>): number {
  return turns.reduce((sum, turn) => sum + lengthOf(turn), 0);
}

/** A clip is at least as long as its segments, also when its length is unknown. */
function lengthOf({ durationMs, segments }: TranscriptTurn): number {
  return Math.max(durationMs ?? 0, ...segments.map(({ endMs }) => endMs), 0);
}
