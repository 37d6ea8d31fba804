import { clockTime } from './clock.ts';
import type { FormatDefinition } from './format-definition.ts';
import { formatFrontMatter } from './front-matter.ts';
import { hasText } from './plain-text.format.ts';
import { timedTurns, totalMs, type TimedTurn } from './timed-turns.ts';
import { normalised } from './timed-words.ts';
import type { Transcript, TranscriptSegment } from './transcript.ts';

/** A pause of this length or more begins a new paragraph. */
const PARAGRAPH_PAUSE_MS = 2_000;

/** A transcript as Markdown with YAML front matter, a heading and a section per turn. */
export const markdown: FormatDefinition = { mediaType: 'text/markdown', write };

function write(transcript: Transcript): string {
  const turns = timedTurns(transcript).filter(({ turn }) => hasText(turn));
  const title = `# ${escaped(normalised(transcript.title))}\n`;
  return [frontMatter(transcript), title, ...turns.map(formatTurn)].join('\n');
}

function frontMatter(transcript: Transcript): string {
  const { title, conversationId, ownerId, tags, revision, createdAt, complete } = transcript;
  const speakers = [...new Set(transcript.turns.map(({ speaker }) => speaker))];
  const durationMs = totalMs(transcript);
  const about = { title, conversationId, ownerId, tags, speakers };
  return formatFrontMatter({ ...about, createdAt, durationMs, revision, complete });
}

function formatTurn({ turn, offsetMs }: TimedTurn): string {
  const firstMs = offsetMs + (turn.segments[0]?.startMs ?? 0);
  const name = `**${escaped(normalised(turn.speaker))}**`;
  // A typed turn has no time in the recordings.
  const heading = turn.wasSpoken ? `${name} (${clockTime(firstMs)})\n` : `${name}\n`;
  return [heading, ...paragraphs(turn.segments).map((text) => `${text}\n`)].join('\n');
}

function paragraphs(segments: readonly TranscriptSegment[]): readonly string[] {
  const groups: string[][] = [];
  let endMs = -Infinity;
  for (const segment of segments) {
    const text = escaped(normalised(segment.text));
    const group = groups.at(-1);
    if (group && segment.startMs - endMs < PARAGRAPH_PAUSE_MS) group.push(text);
    else groups.push([text]);
    endMs = segment.endMs;
  }
  return groups.map((group) => group.filter((text) => text !== '').join(' '));
}

/** Escapes the text, so that nothing in it becomes a list, a link or a tag. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>|~$&]/g, (character) => `\\${character}`)
    .replace(/^([#+=-])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
