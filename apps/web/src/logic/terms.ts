/**
 * Reads terms as a person lists them, with commas or line breaks between them.
 *
 * @returns Each term once, in its order.
 */
export function termsOf(text: string): readonly string[] {
  const terms = text.split(/[,，、;\n]+/).map((term) => term.trim());
  return [...new Set(terms.filter((term) => term !== ''))];
}
