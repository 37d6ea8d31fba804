const MAX_TITLE_LENGTH = 200;

/**
 * The title of a conversation that is created from a file: the file name without extension and
 * underscores.
 *
 * @param fileName - The name of the file.
 * @returns 1 to 200 characters.
 */
export function titleOfFile(fileName: string): string {
  const stem = fileName.replace(/\.[^.\s]{1,5}$/, '');
  const title = stem
    .replace(/[_\s]+/g, ' ')
    .trim()
    .slice(0, MAX_TITLE_LENGTH)
    .trim();
  return title === '' ? 'Untitled conversation' : title;
}
