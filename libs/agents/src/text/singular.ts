/** A lower-case English word without the ending of a plural; other words stay as they are. */
export function singular(word: string): string {
  if (word.length < 4 || !/s$/.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:ss|x|z|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
