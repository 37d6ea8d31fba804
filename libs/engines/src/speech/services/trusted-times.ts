import type { TimedText } from './service-answer.ts';

/** Services round times, and stretch the last word over the silence that follows it. */
const TOLERANCE_S = 1;
/** Words that are said at the same time, by two people, may be in any order. */
const DISORDER_S = 0.5;

/**
 * The pieces with their times, if these can be those of the audio: inside of it, and in order. What is beyond
 * its ends by rounding is cut there.
 * @param durationS length of the audio, in seconds
 * @returns `null` when the times are not those of the audio; the text may be right all the same
 */
export function withTrustedTimes(
  pieces: readonly TimedText[],
  durationS: number,
): readonly TimedText[] | null {
  let lastS = -TOLERANCE_S;
  for (const { startS, endS } of pieces) {
    const isInside = startS >= -TOLERANCE_S && endS <= durationS + TOLERANCE_S;
    // Also false for what is not a number.
    if (!(isInside && startS <= endS && startS >= lastS - DISORDER_S)) return null;
    lastS = Math.max(lastS, startS);
  }
  const within = (timeS: number) => Math.min(durationS, Math.max(0, timeS));
  return pieces.map((piece) => ({
    ...piece,
    startS: within(piece.startS),
    endS: within(piece.endS),
  }));
}
