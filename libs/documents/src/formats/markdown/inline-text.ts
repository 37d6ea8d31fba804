import type { MarkedToken, Token, Tokens } from 'marked';
import { withoutReferences } from '../character-references.ts';

const TAG = /<[^<>]*>/gu;
const LINE_BREAK_TAG = /^<br\s*\/?>$/iu;
const COMMENT = '<!--';

/** Whether a token is a text of Markdown itself; no extensions are loaded. */
export function isOfMarkdown(token: Token): token is MarkedToken {
  return token.type !== 'space' && token.type !== 'def';
}

/**
 * What a reader sees of inline tokens: without marks, addresses and comments. Struck out text is
 * left out, because its author has withdrawn it.
 * @returns a hard line break is `\n`, another one a space
 */
export function inlineText(tokens: readonly Token[]): string {
  return tokens.map((token) => (isOfMarkdown(token) ? textOf(token) : '')).join('');
}

/** The same, by hard lines. */
export function linesOf(tokens: readonly Token[]): readonly string[] {
  return inlineText(tokens).split('\n');
}

function textOf(token: MarkedToken): string {
  if (token.type === 'text' || token.type === 'image' || isEmphasis(token)) {
    return token.tokens?.length ? inlineText(token.tokens) : readable(token.text);
  }
  if (token.type === 'escape' || token.type === 'codespan') return token.text;
  if (token.type === 'html') return textOfHtml(token.raw);
  return token.type === 'br' ? '\n' : '';
}

function isEmphasis(token: MarkedToken): token is Tokens.Strong | Tokens.Em | Tokens.Link {
  return token.type === 'strong' || token.type === 'em' || token.type === 'link';
}

function readable(text: string): string {
  return withoutReferences(text).replaceAll('\n', ' ');
}

function textOfHtml(html: string): string {
  if (html.trimStart().startsWith(COMMENT)) return '';
  return LINE_BREAK_TAG.test(html.trim()) ? '\n' : withoutReferences(html.replace(TAG, ' '));
}
