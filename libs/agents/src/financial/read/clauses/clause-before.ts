/** How far back in a sentence the clause before another one is looked for, in characters. */
const REACH = 120;
const BORDER = /[,;:–—]\s|(?<!\p{L})(?:and|but|so|und|aber|et|mais|y|pero)\s/giu;

/** "they want 2,800" */
const BEGINS_WITH_PRONOUN =
  /^\s*(?:(?:and|but|so|und|et|y|now|then),?\s+)?(?:they|it|he|she|that|this|these|those|sie|er|es|das|il|elle|ils|elles|c['’]est|ellos|ellas|eso)(?!\p{L})/iu;

/**
 * The clause before one that only has a pronoun for what it is about: "the caterer called and they
 * want 2,800"; `''` when there is none.
 * @param before the sentence before the clause
 */
export function clauseBefore(before: string, clause: string): string {
  if (!BEGINS_WITH_PRONOUN.test(clause)) return '';
  const parts = before.slice(-REACH).split(BORDER);
  return parts.findLast((part) => part.trim().length > 2) ?? '';
}
