import { clockTime } from './clock.ts';
import { textFormat } from './format-definition.ts';
import { formatFrontMatter } from './front-matter.ts';
import { markdownText } from './markdown-text.ts';
import { hasText } from './plain-text.format.ts';
import { timedTurns, totalMs, type TimedTurn } from './timed-turns.ts';
import type { Transcript, TranscriptSegment } from './transcript.ts';

/** A pause of this length or more begins a new paragraph. */
const PARAGRAPH_PAUSE_MS = 2_000;

/** A transcript as Markdown with YAML front matter, a heading and a section per turn. */
export const markdown = textFormat('text/markdown', pieces);

function* pieces(transcript: Transcript): Generator<string, void, undefined> {
  const { turns, ...about } = transcript;
  const speakers = [...new Set(turns.map(({ speaker }) => speaker))];
  yield markdownHead({ ...about, speakers, durationMs: totalMs(transcript) });
  for (const turn of timedTurns(transcript)) yield markdownTurn(turn);
}

/** What is said of a transcript before its turns. */
export interface TranscriptHead extends Omit<Transcript, 'turns'> {
  /** Each once, in the order in which they first speak. */
  readonly speakers: readonly string[];
  /** Of all clips, in milliseconds. */
  readonly durationMs: number;
}

/** The beginning of a transcript: front matter and heading. */
export function markdownHead(about: TranscriptHead): string {
  const { title, conversationId, ownerId, tags, speakers } = about;
  const { createdAt, durationMs, revision, complete } = about;
  const names = { title, conversationId, ownerId, tags, speakers };
  const matter = formatFrontMatter({ ...names, createdAt, durationMs, revision, complete });
  return `${matter}\n# ${markdownText(title)}\n`;
}

/** A turn, to be added to what is there; `''` when it has no text. */
export function markdownTurn({ turn, offsetMs }: TimedTurn): string {
  if (!hasText(turn)) return '';
  const firstMs = offsetMs + (turn.segments[0]?.startMs ?? 0);
  const name = `**${markdownText(turn.speaker)}**`;
  // A typed turn has no time in the recordings.
  const heading = turn.wasSpoken ? `${name} (${clockTime(firstMs)})\n` : `${name}\n`;
  const lines = paragraphs(turn.segments).map((text) => `${text}\n`);
  return `\n${[heading, ...lines].join('\n')}`;
}

function paragraphs(segments: readonly TranscriptSegment[]): readonly string[] {
  const groups: string[][] = [];
  let endMs = -Infinity;
  for (const segment of segments) {
    const text = markdownText(segment.text);
    const group = groups.at(-1);
    if (group && segment.startMs - endMs < PARAGRAPH_PAUSE_MS) group.push(text);
    else groups.push([text]);
    endMs = segment.endMs;
  }
  return groups.map((group) => group.filter((text) => text !== '').join(' '));
}
