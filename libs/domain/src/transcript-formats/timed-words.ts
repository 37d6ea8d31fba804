import { breakableParts, columnsOf, LINE_COLUMNS } from './columns.ts';
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
    if (heard.map((word) => normalised(word.text)).join(separator) !== text) continue;
    return heard.map(({ startMs, endMs, text: word }) => ({
      startMs,
      endMs,
      text: normalised(word),
      separator,
    }));
  }
  return spreadEvenly(text, segment);
}

/** The text on one line, with single spaces: whatever some program takes for a line break is none. */
export function normalised(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/**
 * The words with each that is wider than a line split where it may break. Its parts share its time by
 * their length.
 */
export function breakable(words: readonly TimedWord[]): readonly TimedWord[] {
  return words.flatMap((word) => {
    if (columnsOf(word.text) <= LINE_COLUMNS) return [word];
    const parts = breakableParts(word.text);
    return spread(parts, word).map((part, n) =>
      n === 0 ? { ...part, ...separatorOf(word) } : part,
    );
  });
}

function separatorOf({ separator }: TimedWord): Pick<TimedWord, 'separator'> {
  return { separator };
}

function spreadEvenly(
  text: string,
  { startMs, endMs }: { readonly startMs: number; readonly endMs: number },
): readonly TimedWord[] {
  const separator = text.includes(' ') ? ' ' : '';
  const words = separator === '' ? breakableParts(text) : text.split(separator);
  return spread(words, { startMs, endMs }).map((word) => ({ ...word, separator }));
}

/** Gives each text a share of the time by its length. */
function spread(
  words: readonly string[],
  { startMs, endMs }: { readonly startMs: number; readonly endMs: number },
): readonly TimedWord[] {
  const total = words.reduce((sum, word) => sum + word.length, 0);
  const timeAt = (letters: number) => startMs + ((endMs - startMs) * letters) / total;
  let letters = 0;
  return words.map((word) => {
    const start = timeAt(letters);
    letters += word.length;
    return { startMs: start, endMs: timeAt(letters), text: word, separator: '' };
  });
}
