import type * as api from '#contracts/api';
import type { Transcript, TranscriptTurn } from '#domain';

/** Converts a transcript of the API to the input of the text formats. */
export function toDomainTranscript({ turns, ...about }: api.Transcript): Transcript {
  return { ...about, turns: turns.map(toDomainTurn) };
}

function toDomainTurn(turn: api.TranscriptTurn): TranscriptTurn {
  const { speaker, clipId, recordingId, durationMs, segments } = turn;
  const hasClip = clipId !== null;
  const wasSpoken = hasClip || segments.some(({ endMs }) => endMs > 0);
  return { speaker, wasSpoken, hasClip, recordingId, durationMs, segments };
}
