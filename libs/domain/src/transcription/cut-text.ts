import type { HeardWord } from '#contracts/model';

/**
 * Cuts a text where groups of its words begin, so that it keeps its spaces and marks.
 * @param groups all words of the text, in order
 * @returns a text for each group; `null` when a word is not in the text
 */
export function cutText(
  text: string,
  groups: readonly (readonly HeardWord[])[],
): readonly string[] | null {
  const cuts: number[] = [];
  let from = 0;
  for (const words of groups) {
    for (const [index, { text: word }] of words.entries()) {
      const at = text.indexOf(word.trim(), from);
      if (at < 0) return null;
      if (index === 0) cuts.push(cuts.length === 0 ? 0 : at);
      from = at + word.trim().length;
    }
  }
  return cuts.map((cut, index) => text.slice(cut, cuts[index + 1]).trim());
}
