import type { Transcript } from '../api/types.ts';

/**
 * The transcript as plain text for the clipboard: each turn under the name of its speaker.
 *
 * @returns Paragraphs with an empty line between them; empty when nothing was said.
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
