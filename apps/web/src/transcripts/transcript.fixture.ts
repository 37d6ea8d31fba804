import type { TranscriptSegment, TranscriptTurn } from '../api/types.ts';
import { timelineOf, type TimelineEntry } from './timeline.ts';

/** A segment of two seconds. */
export function aSegment(id: string, startMs: number): TranscriptSegment {
  const layers = { raw: id, corrected: null, edited: null };
  return {
    ...{ id, startMs, endMs: startMs + 2000, text: id, layer: 'raw', layers },
    ...{ refusedChanges: 0, confidence: 1, language: null, words: [] },
  };
}

/** A completed recording with a segment at each of the given moments, called `seg_<turn>_<n>`. */
export function aRecording(name: string, ...startsMs: readonly number[]): TranscriptTurn {
  return {
    ...aTyped(name),
    ...{ clipId: `clp_${name}`, recordingId: `clp_${name}`, durationMs: 60_000 },
    taskState: 'completed',
    segments: startsMs.map((startMs, n) => aSegment(`seg_${name}_${n}`, startMs)),
  };
}

/** A typed turn. */
export function aTyped(name: string): TranscriptTurn {
  const segment = { ...aSegment(`seg_${name}_0`, 0), endMs: 0 };
  return {
    ...{ turnId: `trn_${name}`, exchangeId: `exc_${name}`, clipId: null, recordingId: null },
    ...{ speaker: 'Ada', durationMs: null, taskState: null, earlierVersions: 0 },
    segments: [segment],
  };
}

/** A minute of recording, a typed turn, and another minute of recording. */
export function aTimeline(): readonly TimelineEntry[] {
  return timelineOf([
    aRecording('a', 0, 2_000, 30_000),
    aTyped('b'),
    aRecording('c', 5_000, 40_000),
  ]);
}
