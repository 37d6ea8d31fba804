/** How well a transcript matches what was said. */
export interface WordErrors {
  /** Words that were said. */
  readonly referenceWords: number;
  /** Words that were heard. */
  readonly heardWords: number;
  /** Words wrong, missing or too many, divided by the words that were said. */
  readonly rate: number;
}

/** Compares a transcript with the reference, without regard to case and punctuation. */
export function wordErrorRate(reference: string, heard: string): WordErrors {
  const said = words(reference);
  const got = words(heard);
  const errors = editDistance(said, got);
  const rate = said.length === 0 ? Number(got.length > 0) : errors / said.length;
  return { referenceWords: said.length, heardWords: got.length, rate };
}

/** The words of a text in lower case, without punctuation. */
export function words(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  );
}

/** Fewest insertions, deletions and replacements that turn one list into the other (Levenshtein). */
function editDistance(from: readonly string[], to: readonly string[]): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, word] of from.entries()) {
    const current = [row + 1];
    for (const [column, other] of to.entries()) {
      const replaced = (previous[column] ?? 0) + (word === other ? 0 : 1);
      const least = Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1);
      current.push(least);
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
