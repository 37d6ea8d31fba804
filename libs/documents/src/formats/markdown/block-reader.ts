import type { MarkedToken, Token, Tokens } from 'marked';
import type { PartSink } from '../part-sink.ts';
import { readLines } from '../text/read-lines.ts';
import { cellsOfRow, headingsOfTable } from './table-rows.ts';
import { isOfMarkdown, inlineText, linesOf } from './inline-text.ts';

/** Makes parts of the blocks of a Markdown document. */
export class BlockReader {
  private readonly sink: PartSink;

  constructor(sink: PartSink) {
    this.sink = sink;
  }

  /** @param line number of the first line of the blocks, from 1 */
  read(tokens: readonly Token[], line: number, prefix = ''): void {
    let current = line;
    let mark = prefix;
    for (const token of tokens) {
      if (isOfMarkdown(token)) {
        this.readBlock(token, current, mark);
        if (token.type !== 'checkbox') mark = '';
      }
      current += lineCount(token.raw);
    }
  }

  /** Rules have no text; the other kinds that are not named here are inline. */
  private readBlock(token: MarkedToken, line: number, mark: string): void {
    if (token.type === 'heading' || token.type === 'paragraph' || token.type === 'text') {
      this.readParagraph(token.tokens ?? [token], line, mark);
    } else if (token.type === 'list') this.readList(token, line);
    else if (token.type === 'blockquote') this.read(token.tokens, line);
    else if (token.type === 'table') this.readTable(token, line);
    else if (token.type === 'code') this.readCode(token, line);
    else if (token.type === 'html') readLines(inlineText([token]), line, this.sink);
  }

  /** A hard line break ends a part, other line breaks do not. */
  private readParagraph(tokens: readonly Token[], line: number, mark: string): void {
    const lines = linesOf(tokens);
    for (const [index, text] of lines.entries()) {
      this.sink.paragraph({ line: line + index }, index === 0 ? mark + text : text);
    }
  }

  private readList(list: Tokens.List, line: number): void {
    let current = line;
    for (const item of list.items) {
      // Whether a task is done is part of what the item says.
      const mark = item.task ? `[${item.checked === true ? 'x' : ' '}] ` : '';
      this.read(item.tokens, current, mark);
      current += lineCount(item.raw);
    }
  }

  private readTable(table: Tokens.Table, line: number): void {
    const headings = headingsOfTable(table);
    for (const [index, row] of table.rows.entries()) {
      // Below the headings and the rule.
      this.sink.row({ line: line + 2 + index }, cellsOfRow(row, headings));
    }
  }

  /** Lines of code are not joined: their breaks have a meaning. */
  private readCode(code: Tokens.Code, line: number): void {
    const isFenced = code.codeBlockStyle !== 'indented';
    for (const [index, text] of code.text.split('\n').entries()) {
      this.sink.paragraph({ line: line + index + (isFenced ? 1 : 0) }, text);
    }
  }
}

function lineCount(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
