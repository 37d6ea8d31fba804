/** Errors of a text compared with a reference of a certain length, in words or characters. */
export interface ErrorCount {
  /** Replaced, missing and added ones. */
  readonly errors: number;
  /** How many the reference has. */
  readonly of: number;
}

/**
 * The fewest insertions, deletions and replacements that turn one list into the other (Levenshtein). It
 * takes time in proportion to the product of the lengths, without what both have in common at their ends.
 */
export function editDistance<Item>(from: readonly Item[], to: readonly Item[]): number {
  const [own, other] = withoutCommonEnds(from, to);
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, item] of own.entries()) {
    const current = [row + 1];
    for (const [column, wanted] of other.entries()) {
      const replaced = (previous[column] ?? 0) + (item === wanted ? 0 : 1);
      const least = Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1);
      current.push(least);
    }
    previous = current;
  }
  return previous[other.length] ?? 0;
}

/** Word errors of a text; case and punctuation do not count. */
export function wordErrors(reference: string, text: string): ErrorCount {
  const wanted = spokenWords(reference);
  return { errors: editDistance(wanted, spokenWords(text)), of: wanted.length };
}

/** Character errors of a text as it is written: case and punctuation count, runs of spaces do not. */
export function characterErrors(reference: string, text: string): ErrorCount {
  const wanted = charactersOf(reference);
  return { errors: editDistance(wanted, charactersOf(text)), of: wanted.length };
}

/** The words of a text in lower case, without punctuation. */
export function spokenWords(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  );
}

function charactersOf(text: string): readonly string[] {
  return Array.from(text.trim().replaceAll(/\s+/gu, ' '));
}

function withoutCommonEnds<Item>(one: readonly Item[], other: readonly Item[]) {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)] as const;
}
