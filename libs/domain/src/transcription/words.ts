import type { HeardSegment, HeardWord } from '#contracts/model';

/** The form in which words are compared: lower case, without punctuation. */
export function comparableWord({ text }: Pick<HeardWord, 'text'>): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Keeps some words of segments. Times, text and confidence are computed from the words that stay.
 * Segments that lose all their words are removed; segments that lose none are unchanged.
 * @param keep called with each word and its index over all segments
 */
export function keepWords(
  segments: readonly HeardSegment[],
  keep: (word: HeardWord, number: number) => boolean,
): readonly HeardSegment[] {
  let number = 0;
  return segments.flatMap((segment) => {
    const kept = segment.words.filter((word) => keep(word, number++));
    if (kept.length === segment.words.length) return [segment];
    return kept.length === 0 ? [] : [withWords(segment, kept)];
  });
}

function withWords(segment: HeardSegment, words: readonly HeardWord[]): HeardSegment {
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return segment;
  const total = words.reduce((sum, word) => sum + word.confidence, 0);
  // Scripts without spaces between words stay without.
  const space = segment.text.trim().includes(' ') ? ' ' : '';
  return {
    ...segment,
    startMs: first.startMs,
    endMs: last.endMs,
    text: words.map((word) => word.text).join(space),
    words,
    confidence: total / words.length,
    ...(segment.speaker === undefined ? {} : { speaker: segment.speaker }),
  };
}

/** The segment with another first word; its text changes with it. */
export function withFirstWord(segment: HeardSegment, text: string): HeardSegment {
  const [first, ...others] = segment.words;
  const before = first?.text ?? '';
  if (first === undefined || !segment.text.startsWith(before)) return segment;
  const words = [{ ...first, text }, ...others];
  return { ...segment, words, text: text + segment.text.slice(before.length) };
}

/** The segment with another last word; its text changes with it. */
export function withLastWord(segment: HeardSegment, text: string): HeardSegment {
  const last = segment.words.at(-1);
  const before = last?.text ?? '';
  if (last === undefined || !segment.text.endsWith(before)) return segment;
  const words = [...segment.words.slice(0, -1), { ...last, text }];
  return { ...segment, words, text: segment.text.slice(0, -before.length) + text };
}

/** The segment with the times of its words within its own. */
export function withTimesWithin(segment: HeardSegment): HeardSegment {
  const { startMs, endMs, words } = segment;
  if (words.every((word) => word.startMs >= startMs && word.endMs <= endMs)) return segment;
  const within = (ms: number) => Math.min(endMs, Math.max(startMs, ms));
  return {
    ...segment,
    words: words.map((word) => ({
      ...word,
      startMs: within(word.startMs),
      endMs: Math.max(within(word.startMs), within(word.endMs)),
    })),
  };
}
