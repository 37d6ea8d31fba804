import type { TranscriptSegment } from './transcript.ts';

/** A word with its times in milliseconds and its separator from the word before. */
export interface TimedWord {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  /** A space, or empty in scripts without spaces. */
  readonly separator: string;
}

/**
 * The words of a segment's text with their times. The engine's times are valid only for the text
 * that the engine heard. A corrected or edited text is spread evenly over the segment.
 */
export function timedWords(segment: TranscriptSegment): readonly TimedWord[] {
  const text = normalised(segment.text);
  const heard = segment.words.filter((word) => word.text.trim() !== '');
  for (const separator of [' ', '']) {
    if (heard.map((word) => word.text.trim()).join(separator) !== text) continue;
    return heard.map(({ startMs, endMs, text: word }) => ({
      startMs,
      endMs,
      text: word.trim(),
      separator,
    }));
  }
  return spreadEvenly(text, segment);
}

/** The text on one line, with single spaces. */
export function normalised(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function spreadEvenly(
  text: string,
  { startMs, endMs }: { readonly startMs: number; readonly endMs: number },
): readonly TimedWord[] {
  const separator = text.includes(' ') ? ' ' : '';
  const words = separator === '' ? lettersOf(text) : text.split(separator);
  const total = words.reduce((sum, word) => sum + word.length, 0);
  const timeAt = (letters: number) => startMs + ((endMs - startMs) * letters) / total;
  let letters = 0;
  return words.map((word) => {
    const start = timeAt(letters);
    letters += word.length;
    return { startMs: start, endMs: timeAt(letters), text: word, separator };
  });
}

/** Grapheme clusters: what a reader sees as single letters. */
function lettersOf(text: string): readonly string[] {
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}
