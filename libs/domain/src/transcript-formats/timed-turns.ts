import type { Transcript, TranscriptTurn } from './transcript.ts';

/** A turn and where it begins when all clips are heard one after the other. */
export interface TimedTurn {
  readonly turn: TranscriptTurn;
  readonly offsetMs: number;
}

/** Puts the turns of a conversation on one time line: each begins where the one before it ends. */
export function timedTurns({ turns }: Pick<Transcript, 'turns'>): readonly TimedTurn[] {
  let offsetMs = 0;
  return turns.map((turn) => {
    const timed = { turn, offsetMs };
    offsetMs += lengthOf(turn);
    return timed;
  });
}

/** How long all clips last together. */
export function totalMs({ turns }: Pick<Transcript, 'turns'>): number {
  return turns.reduce((sum, turn) => sum + lengthOf(turn), 0);
}

/** An unknown length is at least that of what was said. */
function lengthOf({ durationMs, segments }: TranscriptTurn): number {
  return Math.max(durationMs ?? 0, ...segments.map(({ endMs }) => endMs), 0);
}
