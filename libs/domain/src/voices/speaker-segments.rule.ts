import type { HeardSegment, HeardWord, TimeRange } from '#contracts/model';
import { cutText } from '../transcription/cut-text.ts';
import { endsSentence } from '../transcription/sentence-words.ts';
import { comparableWord, keepWords } from '../transcription/words.ts';
import type { SpeakerTurn } from './turns.rule.ts';

/** A segment that one speaker says. */
export interface SpokenSegment {
  readonly speaker: number;
  readonly segment: HeardSegment;
}

/**
 * Cuts segments where the speaker changes. Each word belongs to the turn with which it shares most time, or else to
 * the nearest one; a mark that stands alone belongs to the word before it, and a single word that is cut off its sentence to the
 * sentence. No word is lost, and their order stays.
 * @param segments in order
 * @param turns in order, without overlaps; without any, all is said by speaker 0
 */
export function segmentsBySpeaker(
  segments: readonly HeardSegment[],
  turns: readonly SpeakerTurn[],
): readonly SpokenSegment[] {
  const words = segments.flatMap((segment) => segment.words);
  const heard = segments.flatMap((segment) => speakersOfWords(segment.words, turns));
  const speakers = withWholeSentences(words, heard);
  let next = 0;
  return segments.flatMap((segment) => {
    if (segment.words.length === 0) return [{ speaker: speakerIn(segment, turns), segment }];
    const runs = runsOf(speakers.slice(next, (next += segment.words.length)));
    const texts = cutText(
      segment.text,
      runs.map(({ from, to }) => segment.words.slice(from, to)),
    );
    return runs.flatMap(({ from, to, speaker }, n) =>
      keepWords([segment], (_word, word) => word >= from && word < to).map((part) => ({
        speaker,
        // Its words alone do not tell where there were no spaces.
        segment: runs.length > 1 && texts ? { ...part, text: texts[n] ?? part.text } : part,
      })),
    );
  });
}

/** A mark that is a word of its own, such as a dash, is said with the word before it; the first ones with the next. */
function speakersOfWords(
  words: readonly HeardWord[],
  turns: readonly SpeakerTurn[],
): readonly number[] {
  const isMark = (word: HeardWord) => comparableWord(word) === '';
  const first = words.find((word) => !isMark(word)) ?? words[0];
  let speaker = first === undefined ? 0 : speakerIn(first, turns);
  return words.map((word) => {
    if (!isMark(word)) speaker = speakerIn(word, turns);
    return speaker;
  });
}

/**
 * Where a speaker changes is known to half a window, and the time of a word only as well as an engine tells it; some share
 * out a segment by the lengths of its words. So a change that is one word before the end of a sentence, or one after its beginning, is at
 * that end or beginning.
 */
function withWholeSentences(
  words: readonly HeardWord[],
  speakers: readonly number[],
): readonly number[] {
  const ends = words.map(({ text }) => endsSentence(text.trim()));
  return speakers.map((speaker, n) => {
    const [before, after] = [speakers[n - 1], speakers[n + 1]];
    const isLast = ends[n] === true && n > 1 && !ends[n - 1] && !ends[n - 2];
    if (isLast && before !== undefined && before === speakers[n - 2]) return before;
    const isFirst = !ends[n] && !ends[n + 1] && (n === 0 || ends[n - 1] === true);
    return isFirst && after !== undefined && after === speakers[n + 2] ? after : speaker;
  });
}

/** The speaker of a range of time. */
export function speakerIn(range: TimeRange, turns: readonly SpeakerTurn[]): number {
  // Turns are in order, so that those around the range are found without looking at all.
  const first = Math.max(0, firstEndingAfter(turns, range.startMs) - 1);
  let best = { speaker: 0, shared: -Infinity };
  for (let n = first; n < turns.length; n += 1) {
    const turn = turns[n];
    if (turn === undefined) break;
    // Negative for a turn beside the range: minus the time between them.
    const shared = Math.min(turn.endMs, range.endMs) - Math.max(turn.startMs, range.startMs);
    if (shared > best.shared) best = { speaker: turn.speaker, shared };
    if (turn.startMs >= range.endMs) break;
  }
  return best.speaker;
}

/** Who speaks most in a range of time; the nearest speaker if nobody does. */
export function mainSpeakerIn(range: TimeRange, turns: readonly SpeakerTurn[]): number {
  const shares = new Map<number, number>();
  for (let n = firstEndingAfter(turns, range.startMs); n < turns.length; n += 1) {
    const turn = turns[n];
    if (turn === undefined || turn.startMs >= range.endMs) break;
    const ms = Math.min(turn.endMs, range.endMs) - Math.max(turn.startMs, range.startMs);
    shares.set(turn.speaker, ms + (shares.get(turn.speaker) ?? 0));
  }
  const [main] = [...shares].sort(([, a], [, b]) => b - a);
  return main?.[0] ?? speakerIn(range, turns);
}

function firstEndingAfter(turns: readonly SpeakerTurn[], timeMs: number): number {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.endMs ?? Infinity) > timeMs) high = middle;
    else low = middle + 1;
  }
  return low;
}

function runsOf(speakers: readonly number[]) {
  const runs: { from: number; to: number; readonly speaker: number }[] = [];
  for (const [n, speaker] of speakers.entries()) {
    const last = runs.at(-1);
    if (last?.speaker === speaker) last.to = n + 1;
    else runs.push({ from: n, to: n + 1, speaker });
  }
  return runs;
}
