import { timedTurns } from './timed-turns.ts';
import { timedWords, type TimedWord } from './timed-words.ts';
import type { Transcript, TranscriptSegment } from './transcript.ts';

/** A piece of text with the time for which it is shown. */
export interface Cue {
  readonly startMs: number;
  readonly endMs: number;
  readonly speaker: string;
  /** Whether a turn begins with this cue. */
  readonly opensTurn: boolean;
  /** One or two lines, short enough to be read in that time. */
  readonly lines: readonly string[];
}

const LONGEST_LINE = 42;
const MOST_LINES = 2;
const LONGEST_MS = 7_000;
/** A cue stays visible for at least this time, unless the next one begins earlier. */
const SHORTEST_MS = 200;
/** A cue that is at least this full breaks at the end of a clause. */
const FULL_ENOUGH = 0.5;
const CLAUSE_END = /[.!?…,;:。！？、，；：]["'”’)\]]*$/u;

/**
 * Splits a transcript into cues, in order of time. The clips of a conversation follow one another.
 * Long segments are split between words, at the end of a clause where possible. Typed turns have no
 * time, so they have no cue.
 */
export function cuesOf(transcript: Pick<Transcript, 'turns'>): readonly Cue[] {
  const spoken = timedTurns(transcript).filter(({ turn }) => turn.wasSpoken);
  const cues = spoken.flatMap(({ turn, offsetMs }) =>
    turn.segments.flatMap(cutSegment).map((words, number) => ({
      startMs: Math.round(offsetMs + (words[0]?.startMs ?? 0)),
      endMs: Math.round(offsetMs + (words.at(-1)?.endMs ?? 0)),
      speaker: turn.speaker,
      opensTurn: number === 0,
      lines: breakLines(words),
    })),
  );
  return cues.map((cue, number) => withoutOverlap(cue, cues[number + 1]));
}

/** The words of each cue of a segment; none is empty. */
function cutSegment(segment: TranscriptSegment): readonly (readonly TimedWord[])[] {
  const cues: TimedWord[][] = [];
  let current: TimedWord[] = [];
  for (const word of timedWords(segment)) {
    if (current.length > 0 && !fits(current, word)) {
      cues.push(current);
      current = [];
    }
    current.push(word);
  }
  if (current.length > 0) cues.push(current);
  return cues;
}

function fits(current: readonly TimedWord[], next: TimedWord): boolean {
  const longer = [...current, next];
  if (breakLines(longer).length > MOST_LINES) return false;
  const startMs = current[0]?.startMs ?? next.startMs;
  if (next.endMs - startMs > LONGEST_MS) return false;
  const share = joined(current).length / (LONGEST_LINE * MOST_LINES);
  return share < FULL_ENOUGH || !CLAUSE_END.test(current.at(-1)?.text ?? '');
}

/** A word that is longer than a line gets its own line. */
function breakLines(words: readonly TimedWord[]): readonly string[] {
  const lines: TimedWord[][] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line && joined([...line, word]).length <= LONGEST_LINE) line.push(word);
    else lines.push([word]);
  }
  return lines.map(joined);
}

function joined(words: readonly TimedWord[]): string {
  return words.map(({ text, separator }, n) => (n === 0 ? text : separator + text)).join('');
}

/** Ends a cue when the next one begins, because two cues at once would cover each other. */
function withoutOverlap(cue: Cue, next: Cue | undefined): Cue {
  const wanted = Math.max(cue.endMs, cue.startMs + SHORTEST_MS);
  const latest = next !== undefined && next.startMs > cue.startMs ? next.startMs : wanted;
  return { ...cue, endMs: Math.min(wanted, latest) };
}
