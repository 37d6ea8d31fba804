/**
 * Lets the browser save a text as a file.
 *
 * @param fileName - Name that is suggested.
 * @param text - Content; it is written as UTF-8 with a byte order mark, which spreadsheets expect.
 */
export function downloadCsv(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
