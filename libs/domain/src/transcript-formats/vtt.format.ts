import { vttTime } from './clock.ts';
import { cuesOf, type Cue } from './cues.rule.ts';
import type { FormatDefinition } from './format-definition.ts';
import { normalised } from './timed-words.ts';
import type { Transcript } from './transcript.ts';

/** A transcript as WebVTT; every cue names its speaker in a voice tag. */
export const vtt: FormatDefinition = { mediaType: 'text/vtt', write };

function write(transcript: Transcript): string {
  return ['WEBVTT\n', ...cuesOf(transcript).map(formatCue)].join('\n');
}

function formatCue({ startMs, endMs, lines, speaker }: Cue, index: number): string {
  const voice = `<v ${escaped(normalised(speaker))}>`;
  const text = lines.map(escaped).join('\n');
  return `${index + 1}\n${vttTime(startMs)} --> ${vttTime(endMs)}\n${voice}${text}</v>\n`;
}

/** Escapes the text, so that it cannot form a tag or look like the times of a cue. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
