import { normalised } from './timed-words.ts';

/** A text as one line of Markdown. */
export function markdownText(text: string): string {
  return escaped(normalised(text));
}

/** Escapes the text, so that nothing in it becomes a list, a link or a tag. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>|~$&]/g, (character) => `\\${character}`)
    .replace(/^([#+=-])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
