import type { AudioProbe, ImportRecording } from '#contracts/model';
import type { TaskWarning } from '#contracts/tasks';
import { recordingFit, type HeardTurn } from '#domain';
import {
  ambiguousRecording,
  manyTurns,
  otherRecording,
  shorterRecording,
  unreadableRecording,
} from './bundle-words.ts';

/** Turns that one event can name. A meeting of an hour has about 1,000. */
const MOST_TURNS = 20_000;

/** A recording that can be played. */
interface OpenedRecording extends ImportRecording {
  readonly probe: AudioProbe;
}

/** The recording with which a transcript is imported, if any, and what people have to know of it. */
export interface ChosenRecording {
  readonly recording: OpenedRecording | null;
  readonly warnings: readonly TaskWarning[];
}

/** A transcript with the recordings that may be its own. */
interface Choice {
  /** Path of the transcript, for the warnings. */
  readonly path: string;
  readonly turns: readonly HeardTurn[];
  readonly candidates: readonly string[];
  /** What was found out about recordings. */
  readonly recordings: readonly ImportRecording[];
}

/** Decides with which recording a transcript is imported. Its words are imported in any case. */
export function chosenRecording({ path, turns, candidates, recordings }: Choice): ChosenRecording {
  const [candidate, ...others] = candidates;
  if (candidate === undefined) return { recording: null, warnings: [] };
  if (others.length > 0) return without(ambiguousRecording(path, candidates));
  const found = recordings.find((each) => each.path === candidate);
  if (!found || !isOpened(found)) {
    return without(unreadableRecording(path, candidate, found?.errorCode ?? 'audio_unreadable'));
  }
  if (turns.length > MOST_TURNS) return without(manyTurns(path, candidate));
  const { durationMs } = found.probe;
  const fit = recordingFit(turns, durationMs);
  if (fit === 'whole') return { recording: found, warnings: [] };
  if (fit === 'other') return without(otherRecording(path, candidate, durationMs ?? 0));
  return { recording: found, warnings: [shorterRecording(path, candidate, durationMs ?? 0)] };
}

function isOpened(recording: ImportRecording): recording is OpenedRecording {
  return recording.probe !== null;
}

function without(warning: TaskWarning): ChosenRecording {
  return { recording: null, warnings: [warning] };
}
