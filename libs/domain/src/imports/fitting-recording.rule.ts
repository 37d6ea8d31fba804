import type { HeardTurn } from './heard-turns.rule.ts';

/** Subtitles are shown a little longer than somebody speaks. */
const SHOWN_LONGER_MS = 2_000;

/**
 * How the times of a transcript fit a recording. `whole`: the recording is as long, or its length is not
 * known, or the transcript has no times. `shorter`: a part of the transcript is after its end. `other`: most
 * of it is, so it is hardly the recording of this transcript.
 */
export type RecordingFit = 'whole' | 'shorter' | 'other';

/** @param durationMs of the recording; `null` when it is unknown */
export function recordingFit(turns: readonly HeardTurn[], durationMs: number | null): RecordingFit {
  if (durationMs === null) return 'whole';
  let lines = 0;
  let beyond = 0;
  let lastMs = 0;
  for (const turn of turns) {
    for (const { startMs, endMs } of turn.lines) {
      lines += 1;
      if (startMs >= durationMs && endMs > 0) beyond += 1;
      lastMs = Math.max(lastMs, endMs);
    }
  }
  if (lastMs <= durationMs + SHOWN_LONGER_MS) return 'whole';
  return beyond * 2 > lines ? 'other' : 'shorter';
}

/** Whether a transcript says when something was said. */
export function hasTimes(turns: readonly HeardTurn[]): boolean {
  return turns.some(({ lines }) => lines.some(({ endMs }) => endMs > 0));
}
