/** Line ends, tabs and control characters. No-break spaces stay: they hold numbers together. */
const BREAKS = /[ \p{Cc}\u2028\u2029]+/gu;

/** Characters without a shape that would only hide a match, and halves of broken characters. */
const INVISIBLE = /[\u00ad\u200b\ufeff\p{Cs}]/gu;

/** Makes a text one line that PostgreSQL can store, without changing what it says. */
export function cleanText(text: string): string {
  return text.replace(INVISIBLE, '').replace(BREAKS, ' ').trim();
}

/**
 * Splits a text at spaces, or anywhere when it has none.
 * @param text as {@link cleanText} returns it
 * @param length of a piece at most
 * @returns no pieces for `''`
 */
export function piecesOf(text: string, length: number): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  while (start < text.length) {
    const end = endOfPiece(text, start, start + length);
    const piece = text.slice(start, end).trim();
    if (piece !== '') pieces.push(piece);
    start = end;
  }
  return pieces;
}

function endOfPiece(text: string, start: number, limit: number): number {
  if (limit >= text.length) return text.length;
  const space = text.slice(start, limit).lastIndexOf(' ');
  if (space > 0) return start + space + 1;
  return isLowSurrogate(text.charCodeAt(limit)) ? limit - 1 : limit;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
