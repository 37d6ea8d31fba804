import { columnsOf, LINE_COLUMNS, shortened } from './columns.ts';
import { timedTurns } from './timed-turns.ts';
import { breakable, normalised, timedWords, type TimedWord } from './timed-words.ts';
import type { Transcript, TranscriptTurn } from './transcript.ts';

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

/** A longer name of a speaker is cut before the text, in columns. */
const LONGEST_NAME = 30;
const MOST_LINES = 2;
const LONGEST_MS = 7_000;
/** A cue stays visible for at least this time, unless the next one begins earlier. */
const SHORTEST_MS = 200;
/** A cue that is at least this full breaks at the end of a clause. */
const FULL_ENOUGH = 0.5;
const CLAUSE_END = /[.!?…,;:。！？、，；：]["'”’)\]]*$/u;

/** How cues are written. */
export interface CueOptions {
  /** The first cue of a turn begins with `Name: `, which counts for the width of its line. */
  readonly namesSpeaker: boolean;
}

/**
 * Splits a transcript into cues, in order of time. The clips of a conversation follow one another; parts
 * of one recording run side by side. Long segments are split between words, at the end of a clause where
 * possible. Typed turns have no time, so they have no cue.
 */
export function cuesOf(
  transcript: Pick<Transcript, 'turns'>,
  { namesSpeaker }: CueOptions = { namesSpeaker: false },
): readonly Cue[] {
  const spoken = timedTurns(transcript).filter(({ turn }) => turn.wasSpoken);
  const unsorted = spoken.flatMap(({ turn, offsetMs }) =>
    wordsOf(turn, namesSpeaker)
      .flatMap(cutWords)
      .map((words, number) => ({
        startMs: Math.round(offsetMs + (words[0]?.startMs ?? 0)),
        endMs: Math.round(offsetMs + (words.at(-1)?.endMs ?? 0)),
        speaker: turn.speaker,
        opensTurn: number === 0,
        lines: breakLines(words),
      })),
  );
  const cues = unsorted.sort((one, other) => one.startMs - other.startMs);
  return cues.map((cue, number) => withoutOverlap(cue, cues[number + 1]));
}

/** The words of each segment of a turn that has any. */
function wordsOf(
  { speaker, segments }: TranscriptTurn,
  namesSpeaker: boolean,
): readonly (readonly TimedWord[])[] {
  const said = segments.map(timedWords).filter((words) => words.length > 0);
  return said.map((words, number) => {
    const named = namesSpeaker && number === 0 ? withName(speaker, words) : words;
    return breakable(named);
  });
}

/** The name takes no time of its own. */
function withName(speaker: string, words: readonly TimedWord[]): readonly TimedWord[] {
  const [first, ...others] = words;
  const name = shortened(normalised(speaker), LONGEST_NAME);
  if (first === undefined || name === '') return words;
  const { startMs } = first;
  const shown = { startMs, endMs: startMs, text: `${name}:`, separator: ' ' };
  return [shown, { ...first, separator: ' ' }, ...others];
}

/** The words of each cue of a segment; none is empty. */
function cutWords(words: readonly TimedWord[]): readonly (readonly TimedWord[])[] {
  const cues: TimedWord[][] = [];
  let current: TimedWord[] = [];
  for (const word of words) {
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
  const share = columnsOf(joined(current)) / (LINE_COLUMNS * MOST_LINES);
  return share < FULL_ENOUGH || !CLAUSE_END.test(current.at(-1)?.text ?? '');
}

function breakLines(words: readonly TimedWord[]): readonly string[] {
  const lines: TimedWord[][] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line && columnsOf(joined([...line, word])) <= LINE_COLUMNS) line.push(word);
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
