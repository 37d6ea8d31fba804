import type { PartSink } from '../part-sink.ts';
import { paragraphsOf, type TextLine } from './wrapped-lines.ts';

interface NumberedLine extends TextLine {
  /** From 1. */
  readonly line: number;
}

/**
 * Reads plain text: a part for each paragraph, and for each line of a list.
 * @param firstLine number of the first line in the file
 */
export function readLines(text: string, firstLine: number, sink: PartSink): void {
  let block: NumberedLine[] = [];
  for (const [index, line] of text.split(/[\n\f]/u).entries()) {
    const trimmed = line.trim();
    if (trimmed === '') {
      readBlock(block, sink);
      block = [];
    } else {
      block.push({ text: trimmed, width: line.trimEnd().length, line: firstLine + index });
    }
  }
  readBlock(block, sink);
}

function readBlock(lines: readonly NumberedLine[], sink: PartSink): void {
  for (const paragraph of paragraphsOf(lines)) {
    const [first] = paragraph;
    if (first === undefined) continue;
    sink.paragraph({ line: first.line }, paragraph.map((line) => line.text).join(' '));
  }
}
