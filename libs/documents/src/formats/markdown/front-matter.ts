/** A key of YAML: what distinguishes front matter from a text between two rules. */
const KEY = /^[\p{L}_][\p{L}\p{Nd}_ -]*:/u;

const START = '---\n';
const END = '\n---\n';

/** The block of metadata at the start of a Markdown file with the lines around it, or `''`. */
export function frontMatterOf(text: string): string {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  if (!text.startsWith(START, start)) return '';
  const end = text.indexOf(END, start + START.length - 1);
  if (end < 0) return '';
  return KEY.test(text.slice(start + START.length, end)) ? text.slice(0, end + END.length) : '';
}
