/** Letters of scripts that are written without spaces between words. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
const WORD = /^[\p{L}\p{M}\p{N}]$/u;
const DIGIT = /^\p{N}$/u;
const SEPARATOR = /^[.,'’:/]$/u;

/** Whether a text that is cut at a position is cut within a word or a number. */
export function cutsWord(text: string, at: number): boolean {
  const before = characterBefore(text, at);
  const after = characterAt(text, at);
  if (WORD.test(before) && WORD.test(after)) {
    return !UNSPACED.test(before) && !UNSPACED.test(after);
  }
  return (
    (SEPARATOR.test(before) && DIGIT.test(after) && DIGIT.test(characterBefore(text, at - 1))) ||
    (DIGIT.test(before) && SEPARATOR.test(after) && DIGIT.test(characterAt(text, at + 1)))
  );
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function characterBefore(text: string, at: number): string {
  const isLowHalf = /^[\uDC00-\uDFFF]$/.test(text.charAt(at - 1));
  return isLowHalf ? characterAt(text, at - 2) : text.charAt(at - 1);
}
