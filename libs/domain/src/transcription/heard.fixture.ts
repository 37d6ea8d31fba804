import type { HeardSegment } from '#contracts/model';

/** Makes a segment from a text, with one word per second. */
export function segmentOf(text: string, startMs: number): HeardSegment {
  const words = text.split(' ').map((word, number) => ({
    startMs: startMs + number * 1000,
    endMs: startMs + number * 1000 + 900,
    text: word,
    confidence: 0.9,
  }));
  return { startMs, endMs: startMs + words.length * 1000, text, words, confidence: 0.9 };
}

/** The text of all segments on one line. */
export function textOf(segments: readonly HeardSegment[]): string {
  return segments.map((segment) => segment.text).join(' ');
}
