import type { Transcript, TranscriptFormat } from '#contracts/api';
import { TRANSCRIPT_FORMATS } from '#domain';
import { toDomainTranscript } from './domain-transcript.ts';

/** A transcript in one of its formats. */
export interface WrittenTranscript {
  readonly mediaType: string;
  readonly text: string;
}

/** Writes a transcript as the JSON of the API or in one of the text formats of `#domain`. */
export function writeTranscript(
  transcript: Transcript,
  format: TranscriptFormat,
): WrittenTranscript {
  if (format === 'json') return { mediaType: 'application/json', text: JSON.stringify(transcript) };
  const { mediaType, write } = TRANSCRIPT_FORMATS[format];
  return { mediaType, text: write(toDomainTranscript(transcript)) };
}
