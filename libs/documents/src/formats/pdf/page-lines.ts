import { CELL_SEPARATOR } from '../../cell-at.ts';
import { paragraphsOf, type TextLine } from '../text/wrapped-lines.ts';
import type { TextItem } from './text-items.ts';

/** A line of a page; `bottom` and `fontSize` in units of 1/72 inch. */
export interface PageLine extends TextLine {
  readonly bottom: number;
  readonly fontSize: number;
}

/** Multiples of the font size. */
const SAME_LINE = 0.5;
const WORD_GAP = 0.12;
const COLUMN_GAP = 1;
const PARAGRAPH_GAP = 1.75;
/** Headings differ from the text by this share of the font size. */
const OTHER_SIZE = 0.12;

/** Joins the pieces of each line; the columns of a table are separated as cells are. */
export function pageLines(items: readonly TextItem[]): readonly PageLine[] {
  const lines: TextItem[][] = [];
  for (const item of items) {
    const line = lines.at(-1);
    const previous = line?.at(-1);
    if (line !== undefined && previous !== undefined && continues(previous, item)) line.push(item);
    else lines.push([item]);
  }
  return lines.map(lineOf);
}

/**
 * Groups the lines of a page by its gaps, font sizes and short lines.
 * @returns the lines of each paragraph
 */
export function paragraphsOfPage(lines: readonly PageLine[]): readonly (readonly PageLine[])[] {
  const blocks: PageLine[][] = [];
  for (const line of lines) {
    const block = blocks.at(-1);
    const previous = block?.at(-1);
    if (block !== undefined && previous !== undefined && isBelow(previous, line)) block.push(line);
    else blocks.push([line]);
  }
  return blocks.flatMap((block) => paragraphsOf(block));
}

/** The text of the lines of a paragraph. */
export function joinedText(lines: readonly PageLine[]): string {
  return lines.map((line) => line.text).join(' ');
}

function continues(previous: TextItem, item: TextItem): boolean {
  const isLevel = Math.abs(previous.bottom - item.bottom) < item.fontSize * SAME_LINE;
  return isLevel && item.left > previous.left;
}

function lineOf(items: readonly TextItem[]): PageLine {
  let text = '';
  let right = -Infinity;
  for (const item of items) {
    text += (text === '' ? '' : gap(item.left - right, item, text)) + item.text;
    right = item.right;
  }
  const left = items[0]?.left ?? 0;
  // Bullets and raised numbers have a size and a base line of their own.
  const main = items.reduce((longest, item) =>
    item.text.length > longest.text.length ? item : longest,
  );
  return { text, width: right - left, bottom: main.bottom, fontSize: main.fontSize };
}

function gap(width: number, item: TextItem, before: string): string {
  if (width > item.fontSize * COLUMN_GAP) return CELL_SEPARATOR;
  const hasSpace = before.endsWith(' ') || item.text.startsWith(' ');
  return width > item.fontSize * WORD_GAP && !hasSpace ? ' ' : '';
}

/** Whether a line may continue the paragraph of the one above it. */
function isBelow(above: PageLine, line: PageLine): boolean {
  const distance = above.bottom - line.bottom;
  const isNear = distance > 0 && distance < above.fontSize * PARAGRAPH_GAP;
  const isSameSize = Math.abs(above.fontSize - line.fontSize) < above.fontSize * OTHER_SIZE;
  const isTable = above.text.includes(CELL_SEPARATOR) || line.text.includes(CELL_SEPARATOR);
  return isNear && isSameSize && !isTable;
}
