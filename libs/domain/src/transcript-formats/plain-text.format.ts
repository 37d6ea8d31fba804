import { textFormat } from './format-definition.ts';
import { normalised } from './timed-words.ts';
import type { Transcript, TranscriptTurn } from './transcript.ts';

/** A transcript as plain text: a paragraph per turn, with the name of its speaker. */
export const plainText = textFormat('text/plain', pieces);

function* pieces({ turns }: Transcript): Generator<string, void, undefined> {
  for (const [index, turn] of turns.filter(hasText).entries()) {
    yield (index === 0 ? '' : '\n') + formatTurn(turn);
  }
}

/** Whether any segment of a turn has text. */
export function hasText({ segments }: TranscriptTurn): boolean {
  return segments.some(({ text }) => normalised(text) !== '');
}

function formatTurn({ speaker, segments }: TranscriptTurn): string {
  const said = segments.map(({ text }) => normalised(text)).filter((text) => text !== '');
  return `${normalised(speaker)}: ${said.join(' ')}\n`;
}
