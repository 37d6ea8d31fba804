/**
 * Parses terms that are separated by commas or line breaks.
 *
 * @returns Each term once, in order.
 */
export function termsOf(text: string): readonly string[] {
  const terms = text.split(/[,，、;\n]+/).map((term) => term.trim());
  return [...new Set(terms.filter((term) => term !== ''))];
}
