/**
 * Patterns for `ILIKE`, one for each word of what somebody searches: it occurs, in any case.
 * @param search any text; none for `undefined`
 */
export function wordPatterns(search = ''): readonly string[] {
  const words = search.split(/\s+/u).filter((word) => word !== '');
  return words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
