import type { HeardSegment, HeardWord } from '#contracts/model';

/** The form in which words are compared: lower case, without punctuation. */
export function comparableWord(word: HeardWord): string {
  return word.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
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
    startMs: first.startMs,
    endMs: last.endMs,
    text: words.map((word) => word.text).join(space),
    words,
    confidence: total / words.length,
  };
}
