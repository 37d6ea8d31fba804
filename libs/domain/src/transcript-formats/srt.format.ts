import { srtTime } from './clock.ts';
import { cueSteps, type Cue } from './cues.rule.ts';
import { textFormat } from './format-definition.ts';
import type { Transcript } from './transcript.ts';

/** A transcript as SubRip subtitles; each turn begins with the name of its speaker. */
export const srt = textFormat('application/x-subrip', pieces);

function* pieces(transcript: Transcript): Generator<string, void, undefined> {
  const cues = yield* cueSteps(transcript, { namesSpeaker: true });
  for (const [index, cue] of cues.entries())
    yield (index === 0 ? '' : '\n') + formatCue(cue, index);
}

function formatCue({ startMs, endMs, lines }: Cue, index: number): string {
  const text = withoutArrows(lines.join('\n'));
  return `${index + 1}\n${srtTime(startMs)} --> ${srtTime(endMs)}\n${text}\n`;
}

/** SubRip cannot escape an arrow outside the times of a cue. */
function withoutArrows(text: string): string {
  return text.replaceAll('-->', '→');
}
