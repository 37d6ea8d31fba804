import type * as api from '#contracts/api';
import { wasHeard, type Transcript, type TranscriptTurn } from '#domain';

/** Converts a transcript of the API to the input of the text formats. */
export function toDomainTranscript({ turns, ...about }: api.Transcript): Transcript {
  return { ...about, turns: turns.map(toDomainTurn) };
}

function toDomainTurn(turn: api.TranscriptTurn): TranscriptTurn {
  const { speaker, clipId, recordingId, durationMs, segments } = turn;
  const hasClip = clipId !== null;
  const wasSpoken = wasHeard({ hasClip, segments });
  return { speaker, wasSpoken, hasClip, recordingId, durationMs, segments };
}
