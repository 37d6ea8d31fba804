import type { HeardSegment } from '#contracts/model';
import { comparableWord, keepWords } from './words.ts';

/** A phrase that repeats itself. Numbers count words over all segments. */
export interface Repetition {
  readonly firstWord: number;
  readonly phraseLength: number;
  readonly times: number;
}

/** Longest phrase to search for, in words. Whisper's loops are at most a sentence long. */
const LONGEST_PHRASE = 30;

/**
 * How often in a row a phrase of this many words must occur to count as a loop of the engine.
 * People say "no no no" or repeat a sentence for emphasis, but not four times without a pause.
 */
function timesThatCount(phraseLength: number): number {
  if (phraseLength === 1) return 8;
  return phraseLength <= 3 ? 6 : 4;
}

/** Finds the first loop, with the shortest phrase that explains it; `null` when there is none. */
export function findRepetition(segments: readonly HeardSegment[]): Repetition | null {
  const words = segments.flatMap((segment) => segment.words.map(comparableWord));
  const longest = Math.min(LONGEST_PHRASE, Math.floor(words.length / 4));
  for (let firstWord = 0; firstWord < words.length; firstWord += 1) {
    for (let phraseLength = 1; phraseLength <= longest; phraseLength += 1) {
      const times = timesRepeated(words, firstWord, phraseLength);
      if (times >= timesThatCount(phraseLength)) return { firstWord, phraseLength, times };
    }
  }
  return null;
}

function timesRepeated(words: readonly string[], first: number, length: number): number {
  let same = 0;
  while (
    first + same + length < words.length &&
    words[first + same] === words[first + same + length]
  ) {
    same += 1;
  }
  return 1 + Math.floor(same / length);
}

/** The segments after each loop was reduced to one occurrence of its phrase. */
export interface CutRepetitions {
  readonly segments: readonly HeardSegment[];
  /** Where each loop began, in milliseconds of the clip. */
  readonly cutAtMs: readonly number[];
}

/** Reduces every loop to a single occurrence of its phrase. */
export function cutRepetitions(segments: readonly HeardSegment[]): CutRepetitions {
  const cutAtMs: number[] = [];
  let rest = segments;
  for (let loop = findRepetition(rest); loop !== null; loop = findRepetition(rest)) {
    const { firstWord, phraseLength, times } = loop;
    const start = rest.flatMap((segment) => segment.words)[firstWord];
    cutAtMs.push(start?.startMs ?? 0);
    const from = firstWord + phraseLength;
    const to = firstWord + phraseLength * times;
    rest = keepWords(rest, (_word, number) => number < from || number >= to);
  }
  return { segments: rest, cutAtMs };
}
