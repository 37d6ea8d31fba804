const GAP = '…';

/**
 * The part of a text around the first word that was searched.
 * @param text what was said, of any length
 * @param words what was searched; any may be missing in the text
 * @param length how many characters at most, without the marks of what is left out
 * @returns one line; it begins and ends at spaces where the text has some, and never within a
 * surrogate pair
 */
export function excerptOf(text: string, words: readonly string[], length: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= length) return line;
  const lower = line.toLowerCase();
  const places = words.map((word) => lower.indexOf(word.toLowerCase())).filter((at) => at >= 0);
  const first = places.length === 0 ? 0 : Math.min(...places);
  // A third of it is before the word, so that a reader sees what it belongs to.
  const wanted = Math.max(0, Math.min(first - Math.floor(length / 3), line.length - length));
  const start = wanted === 0 ? 0 : afterSpace(line, wanted, first);
  const end = Math.min(line.length, wanted + length);
  const stop = end === line.length ? end : beforeSpace(line, end, first);
  const shown = line.slice(start, stop).trim();
  return `${start > 0 ? GAP : ''}${shown}${stop < line.length ? GAP : ''}`;
}

/** The start of the next word, at most at `latest`. */
function afterSpace(line: string, from: number, latest: number): number {
  const space = line.indexOf(' ', from);
  if (space >= 0 && space < latest) return space + 1;
  return whole(line, Math.min(from, latest));
}

/** The end of the last word that ends before `from`, and after `earliest`. */
function beforeSpace(line: string, from: number, earliest: number): number {
  const space = line.lastIndexOf(' ', from);
  return space > earliest ? space : whole(line, from);
}

/** A position that is not between the halves of a character. */
function whole(line: string, at: number): number {
  const code = line.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
