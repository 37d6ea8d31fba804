import { vttTime } from './clock.ts';
import { cueSteps, type Cue } from './cues.rule.ts';
import { textFormat } from './format-definition.ts';
import { normalised } from './timed-words.ts';
import type { Transcript } from './transcript.ts';

/** A transcript as WebVTT; every cue names its speaker in a voice tag. */
export const vtt = textFormat('text/vtt', pieces);

function* pieces(transcript: Transcript): Generator<string, void, undefined> {
  yield 'WEBVTT\n';
  const cues = yield* cueSteps(transcript);
  for (const [index, cue] of cues.entries()) yield `\n${formatCue(cue, index)}`;
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
