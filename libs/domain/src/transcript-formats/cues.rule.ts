import { shortened } from './columns.ts';
import { linesOfCues } from './cue-lines.ts';
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
/** A cue stays visible for at least this time, unless the next one begins earlier. */
const SHORTEST_MS = 200;

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
  options?: CueOptions,
): readonly Cue[] {
  const steps = cueSteps(transcript, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps, one for each segment, between which the caller may do other work. They are empty texts. */
export function* cueSteps(
  transcript: Pick<Transcript, 'turns'>,
  { namesSpeaker }: CueOptions = { namesSpeaker: false },
): Generator<'', readonly Cue[], undefined> {
  const spoken = timedTurns(transcript).filter(({ turn }) => turn.wasSpoken);
  const unsorted: Cue[] = [];
  for (const { turn, offsetMs } of spoken) {
    let opensTurn = true;
    for (const words of wordsOf(turn, namesSpeaker)) {
      for (const { startMs, endMs, lines } of linesOfCues(words)) {
        const times = timesOf(startMs + offsetMs, endMs + offsetMs);
        unsorted.push({ ...times, speaker: turn.speaker, opensTurn, lines });
        opensTurn = false;
      }
      yield '';
    }
  }
  const cues = unsorted.sort((one, other) => one.startMs - other.startMs);
  return cues.map((cue, number) => withoutOverlap(cue, cues[number + 1]));
}

function timesOf(startMs: number, endMs: number): Pick<Cue, 'startMs' | 'endMs'> {
  return { startMs: Math.round(startMs), endMs: Math.round(endMs) };
}

/** The words of each segment of a turn that has any. */
function* wordsOf(
  { speaker, segments }: TranscriptTurn,
  namesSpeaker: boolean,
): Generator<readonly TimedWord[], void, undefined> {
  let isFirst = true;
  for (const segment of segments) {
    const words = timedWords(segment);
    if (words.length === 0) continue;
    yield breakable(namesSpeaker && isFirst ? withName(speaker, words) : words);
    isFirst = false;
  }
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

/** Ends a cue when the next one begins, because two cues at once would cover each other. */
function withoutOverlap(cue: Cue, next: Cue | undefined): Cue {
  const wanted = Math.max(cue.endMs, cue.startMs + SHORTEST_MS);
  const latest = next !== undefined && next.startMs > cue.startMs ? next.startMs : wanted;
  return { ...cue, endMs: Math.min(wanted, latest) };
}
