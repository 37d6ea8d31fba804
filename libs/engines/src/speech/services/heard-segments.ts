import type { HeardSegment, HeardWord } from '#contracts/model';
import { cleanText, refuseImplausible } from './plausible-text.ts';
import type { ServiceAnswer, TimedText } from './service-answer.ts';
import { spokenPieces } from './spoken-pieces.ts';
import { textOfTokens, tokensOf } from './tokens.ts';
import { withTrustedTimes } from './trusted-times.ts';
import { timedTokens, type TimedToken } from './word-times.ts';

/** A range of a recording that a service was asked for, in milliseconds. */
export interface AskedRange {
  readonly startMs: number;
  readonly endMs: number;
  /** Length of the audio that was sent: less than the range at the end of a recording. */
  readonly audioMs: number;
}

/** A service that states no probability says nothing about doubts. */
const UNSTATED_CONFIDENCE = 1;
/** The contract of engines has no zero. */
const LEAST_CONFIDENCE = 0.0001;

/**
 * What a service has heard, as segments with words. Words have the times of the service where it gives some that
 * can be right, otherwise those of its segments, otherwise those of the range, shared by the lengths of the words.
 * @throws AppError `speech_answer_invalid` for what cannot be a transcript of this range
 */
export function heardSegments(
  answer: ServiceAnswer,
  { startMs, endMs, audioMs }: AskedRange,
): readonly HeardSegment[] {
  const durationS = audioMs / 1000;
  const segments = answer.segments.map(cleaned).filter(({ text }) => text !== '');
  const text = cleanText(answer.text);
  refuseImplausible(
    segments.length > 0 ? segments.map((each) => each.text).join(' ') : text,
    audioMs,
  );
  const words = withTrustedTimes(answer.words.map(cleaned), durationS) ?? [];
  const timed = withTrustedTimes(segments, durationS) ?? [];
  const whole = { text, startS: 0, endS: durationS, confidence: null, speaker: null };
  const pieces = timed.length > 0 ? wordsOfEach(timed, words) : wordsOfEach([whole], words);
  const at = (timeS: number) =>
    Math.min(endMs, Math.max(startMs, startMs + Math.round(timeS * 1000)));
  return pieces
    .flatMap((piece) => spokenPieces(piece, timed.length === 0))
    .map((each) => heard(each, at));
}

/** The words of each segment; those of the service are given to the segment in which their middle is. */
function wordsOfEach(
  segments: readonly TimedText[],
  words: readonly TimedText[],
): readonly (readonly TimedToken[])[] {
  let from = 0;
  return segments.map((segment, n) => {
    const nextS = segments[n + 1]?.startS ?? Infinity;
    let to = from;
    while (to < words.length && middleOf(words[to]) < Math.max(segment.endS, nextS)) to += 1;
    const own = words.slice(from, to);
    from = to;
    const timed = timedTokens(tokensOf(segment.text), own, segment);
    return timed.map((word) => ({
      ...word,
      speaker: word.speaker ?? segment.speaker,
      confidence: word.confidence ?? segment.confidence,
    }));
  });
}

function middleOf(word: TimedText | undefined): number {
  return word === undefined ? Infinity : (word.startS + word.endS) / 2;
}

function cleaned(piece: TimedText): TimedText {
  return { ...piece, text: cleanText(piece.text) };
}

function heard(words: readonly TimedToken[], at: (timeS: number) => number): HeardSegment {
  const heardWords = words.map((word) => heardWord(word, at));
  const total = heardWords.reduce((sum, { confidence }) => sum + confidence, 0);
  const speaker = words[0]?.speaker ?? null;
  return {
    startMs: heardWords[0]?.startMs ?? at(0),
    endMs: Math.max(...heardWords.map(({ endMs }) => endMs)),
    text: textOfTokens(words),
    words: heardWords,
    confidence: total / heardWords.length,
    ...(speaker === null ? {} : { speaker }),
  };
}

function heardWord(
  { text, startS, endS, confidence }: TimedText,
  at: (timeS: number) => number,
): HeardWord {
  const known = confidence ?? UNSTATED_CONFIDENCE;
  return {
    startMs: at(startS),
    endMs: Math.max(at(startS), at(endS)),
    text,
    confidence: Math.min(1, Math.max(LEAST_CONFIDENCE, known)),
  };
}
