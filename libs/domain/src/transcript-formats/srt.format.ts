import { srtTime } from './clock.ts';
import { cuesOf, type Cue } from './cues.rule.ts';
import type { FormatDefinition } from './format-definition.ts';
import type { Transcript } from './transcript.ts';

/** A transcript as SubRip subtitles; each turn begins with the name of its speaker. */
export const srt: FormatDefinition = { mediaType: 'application/x-subrip', write };

function write(transcript: Transcript): string {
  return cuesOf(transcript, { namesSpeaker: true }).map(formatCue).join('\n');
}

function formatCue({ startMs, endMs, lines }: Cue, index: number): string {
  const text = withoutArrows(lines.join('\n'));
  return `${index + 1}\n${srtTime(startMs)} --> ${srtTime(endMs)}\n${text}\n`;
}

/** SubRip cannot escape an arrow outside the times of a cue. */
function withoutArrows(text: string): string {
  return text.replaceAll('-->', '→');
}
