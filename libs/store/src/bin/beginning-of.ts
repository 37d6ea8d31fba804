/** Length of the beginning of a text by which the bin names something, in characters. */
const TITLE_LENGTH = 120;

/** The beginning of a text, with an ellipsis where it goes on. */
export function beginningOf(text: string): string {
  const characters = Array.from(text.slice(0, 2 * TITLE_LENGTH + 2));
  if (characters.length <= TITLE_LENGTH) return text;
  return `${characters.slice(0, TITLE_LENGTH).join('')}…`;
}
