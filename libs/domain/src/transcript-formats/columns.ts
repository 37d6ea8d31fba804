/** Characters of two columns: East Asian Wide and Fullwidth (Unicode UAX #11), and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]|\p{Extended_Pictographic}\ufe0f/u;
/** What is drawn on the character before it, or not at all. */
const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u;
/** Text of these characters alone has a column for each. */
const PLAIN = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff]*$/u;

/**
 * Han, kana and Hangul with their punctuation and letters of one column: each character stands for itself.
 * They are counted without a search for what is drawn together, which takes a hundred times as long.
 */
const SIMPLE =
  /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u3000-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]*$/u;
const SIMPLE_WIDE = /[\u3000-\uff5e]/gu;

/** Width of a line of subtitles. */
export const LINE_COLUMNS = 42;

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Width of a text in columns of a terminal or of a subtitle: wide characters count two. */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  if (SIMPLE.test(text)) return text.length + (text.match(SIMPLE_WIDE)?.length ?? 0);
  let columns = 0;
  for (const { segment } of letters.segment(text)) columns += columnsOfLetter(segment);
  return columns;
}

function columnsOfLetter(letter: string): number {
  if (INVISIBLE.test(letter)) return 0;
  return WIDE.test(letter) ? 2 : 1;
}

/**
 * Splits a text without spaces where a line may break: between words, as the language has them, with
 * punctuation kept at the word before it. What is wider than a line is split between letters.
 */
export function breakableParts(text: string): readonly string[] {
  const parts: string[] = [];
  // The width of the last part: measuring it again for each sign would be quadratic.
  let columns = 0;
  for (const { segment, isWordLike } of words.segment(text)) {
    const wide = columnsOf(segment);
    const last = parts.at(-1);
    if (isWordLike !== true && last !== undefined && columns + wide <= LINE_COLUMNS) {
      parts[parts.length - 1] = last + segment;
      columns += wide;
    } else {
      parts.push(...lettersOf(segment, LINE_COLUMNS));
      columns = columnsOf(parts.at(-1) ?? '');
    }
  }
  return parts;
}

function lettersOf(text: string, mostColumns: number): readonly string[] {
  if (columnsOf(text) <= mostColumns) return [text];
  const parts: string[] = [];
  let part = '';
  let columns = 0;
  for (const { segment } of letters.segment(text)) {
    const wide = columnsOfLetter(segment);
    if (columns + wide > mostColumns && part !== '') {
      parts.push(part);
      part = '';
      columns = 0;
    }
    part += segment;
    columns += wide;
  }
  return [...parts, part];
}

/** The text, or its beginning with an ellipsis if it is wider. */
export function shortened(text: string, mostColumns: number): string {
  if (columnsOf(text) <= mostColumns) return text;
  const [start = ''] = lettersOf(text, mostColumns - 1);
  return `${start.trimEnd()}…`;
}
