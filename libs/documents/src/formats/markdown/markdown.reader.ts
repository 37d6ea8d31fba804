import { lexer } from 'marked';
import type { DocumentReader } from '../document-reader.ts';
import type { PartSink } from '../part-sink.ts';
import { decodeText } from '../text/decode-text.ts';
import { readLines } from '../text/read-lines.ts';
import { BlockReader } from './block-reader.ts';
import { frontMatterOf } from './front-matter.ts';

/** Quotes within quotes that no person writes, and that take the lexer quadratic time. */
const TOO_DEEP = /^(?:[ \t]*>){60}/mu;

/** Reads Markdown; what cannot be parsed as such is read as plain text. */
export const readMarkdown: DocumentReader = (bytes, sink) => {
  const text = decodeText(bytes, sink);
  const skipped = frontMatterOf(text);
  const body = text.slice(skipped.length);
  const firstLine = lineCount(skipped) + 1;
  const blocks = TOO_DEEP.test(body) ? null : blocksOf(body);
  if (blocks === null) readLines(body, firstLine, sink);
  else readBlocks(blocks, firstLine, sink);
};

type Blocks = ReturnType<typeof lexer>;

function blocksOf(body: string): Blocks | null {
  try {
    return lexer(body);
  } catch (error) {
    // The lexer calls itself for each level of nesting; the stack is full.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readBlocks(blocks: Blocks, firstLine: number, sink: PartSink): void {
  new BlockReader(sink).read(blocks, firstLine);
}

function lineCount(text: string): number {
  return text.split('\n').length - 1;
}
