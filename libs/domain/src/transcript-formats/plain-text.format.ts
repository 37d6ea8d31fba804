import type { FormatDefinition } from './format-definition.ts';
import { normalised } from './timed-words.ts';
import type { Transcript, TranscriptTurn } from './transcript.ts';

/** A transcript as plain text: a paragraph per turn, with the name of its speaker. */
export const plainText: FormatDefinition = { mediaType: 'text/plain', write };

function write({ turns }: Transcript): string {
  return turns.filter(hasText).map(formatTurn).join('\n');
}

/** Whether any segment of a turn has text. */
export function hasText({ segments }: TranscriptTurn): boolean {
  return segments.some(({ text }) => normalised(text) !== '');
}

function formatTurn({ speaker, segments }: TranscriptTurn): string {
  const said = segments.map(({ text }) => normalised(text)).filter((text) => text !== '');
  return `${normalised(speaker)}: ${said.join(' ')}\n`;
}
