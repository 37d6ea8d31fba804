import type { Transcript } from '../api/types.ts';

/**
 * The transcript as plain text for the clipboard: each turn below the name of its speaker.
 *
 * @returns Paragraphs separated by empty lines; empty when there is no text.
 */
export function textOfTranscript(transcript: Pick<Transcript, 'turns'>): string {
  return transcript.turns
    .filter((turn) => turn.segments.length > 0)
    .map((turn) => {
      const text = turn.segments.map((segment) => segment.text.trim()).join(' ');
      return `${turn.speaker}:\n${text}`;
    })
    .join('\n\n');
}
