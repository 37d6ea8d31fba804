/** An entry that a person has typed or pasted. */
export interface TypedEntry {
  readonly term: string;
  readonly soundsLike: readonly string[];
}

/**
 * Parses a list of entries. Each line has terms with commas between them, or one term with what it sounds
 * like after an equals sign: `Kaito = Kyto, key toe`. A tab counts as that sign, so that two columns of a
 * spreadsheet can be pasted.
 *
 * @returns Each term once, in order, with all that its lines say.
 */
export function entriesOf(text: string): readonly TypedEntry[] {
  const entries = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [terms = '', ...rest] = line.split(/[=\t]/);
    const forms = partsOf(rest.join(','));
    const found = rest.length > 0 ? [terms.trim()].filter((term) => term !== '') : partsOf(terms);
    for (const term of found) entries.set(term, [...(entries.get(term) ?? []), ...forms]);
  }
  return [...entries].map(([term, soundsLike]) => ({ term, soundsLike: [...new Set(soundsLike)] }));
}

/**
 * The parts of a list with commas between them.
 *
 * @returns Each part once, in order.
 */
export function partsOf(text: string): readonly string[] {
  const parts = text.split(/[,，、;\n]+/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}
