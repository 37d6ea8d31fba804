/** Word errors of a transcript. */
export interface WordErrors {
  /** Number of words in the reference. */
  readonly referenceWords: number;
  /** Number of words in the transcript. */
  readonly heardWords: number;
  /** Replaced, missing and added words, divided by the words of the reference. */
  readonly rate: number;
}

/** Compares a transcript with the reference, ignoring case and punctuation. */
export function wordErrorRate(reference: string, heard: string): WordErrors {
  const expected = words(reference);
  const actual = words(heard);
  const errors = editDistance(expected, actual);
  const rate = expected.length === 0 ? Number(actual.length > 0) : errors / expected.length;
  return { referenceWords: expected.length, heardWords: actual.length, rate };
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
