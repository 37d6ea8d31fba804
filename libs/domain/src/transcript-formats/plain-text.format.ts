import type { Transcript, TranscriptTurn } from '#contracts/api';
import { normalised } from './timed-words.ts';

/** A transcript as plain text: a paragraph per turn, with the name of its speaker. */
export function formatPlainText({ turns }: Transcript): string {
  return turns.filter(hasText).map(formatTurn).join('\n');
}

/** Whether anything was said in a turn. */
export function hasText({ segments }: TranscriptTurn): boolean {
  return segments.some(({ text }) => normalised(text) !== '');
}

function formatTurn({ speaker, segments }: TranscriptTurn): string {
  const said = segments.map(({ text }) => normalised(text)).filter((text) => text !== '');
  return `${normalised(speaker)}: ${said.join(' ')}\n`;
}
