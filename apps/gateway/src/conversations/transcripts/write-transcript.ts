import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Transcript, TranscriptFormat } from '#contracts/api';
import { TRANSCRIPT_FORMATS } from '#domain';
import { toDomainTranscript } from './domain-transcript.ts';

/** A transcript in one of its formats. */
export interface WrittenTranscript {
  readonly mediaType: string;
  readonly text: string;
}

/** Others are served again after this time. */
const LONGEST_TURN_MS = 10;

/** Writes a transcript as the JSON of the API or in one of the text formats of `#domain`. */
export async function writeTranscript(
  transcript: Transcript,
  format: TranscriptFormat,
): Promise<WrittenTranscript> {
  if (format === 'json') return { mediaType: 'application/json', text: JSON.stringify(transcript) };
  const { mediaType, pieces } = TRANSCRIPT_FORMATS[format];
  return { mediaType, text: await inTurns(pieces(toDomainTranscript(transcript))) };
}

async function inTurns(pieces: Iterable<string>): Promise<string> {
  const written: string[] = [];
  let turnEndsAt = performance.now() + LONGEST_TURN_MS;
  for (const piece of pieces) {
    written.push(piece);
    if (performance.now() < turnEndsAt) continue;
    await nextTurn();
    turnEndsAt = performance.now() + LONGEST_TURN_MS;
  }
  return written.join('');
}
