/** A row of a table in CSV. */
export interface SeparatedRow {
  /** Line in which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

interface Cell {
  readonly text: string;
  /** Position of what follows it: a comma, a line break, or the end. */
  readonly end: number;
}

const LINE_BREAK = /\r\n|\r|\n/g;
/** What ends a cell without quotes. */
const END = /[,\r\n]/g;

/**
 * The rows of a table in CSV with commas (RFC 4180), one after the other, in linear time; empty ones are left
 * out. What follows the quotes of a cell up to the next comma or line break is left out, too. A cell whose
 * quotes do not end has all of the rest.
 */
export function* separatedRows(text: string): Generator<SeparatedRow> {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const begins = line;
    const cells: string[] = [];
    for (;;) {
      const cell = cellAt(text, at);
      cells.push(cell.text);
      line += cell.text.match(LINE_BREAK)?.length ?? 0;
      at = cell.end + 1;
      if (text[cell.end] !== ',') break;
    }
    if (text[at - 1] === '\r' && text[at] === '\n') at += 1;
    line += 1;
    if (cells.some((cell) => cell !== '')) yield { line: begins, cells };
  }
}

function cellAt(text: string, at: number): Cell {
  if (text[at] !== '"') {
    const end = endAfter(text, at);
    return { text: text.slice(at, end), end };
  }
  const close = closingQuote(text, at + 1);
  const quoted = text.slice(at + 1, close).replaceAll('""', '"');
  return { text: quoted, end: endAfter(text, Math.min(close + 1, text.length)) };
}

/** Position of the quote that ends a cell; two of them are one of its characters. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at === -1 ? text.length : at;
}

function endAfter(text: string, from: number): number {
  END.lastIndex = from;
  return END.exec(text)?.index ?? text.length;
}
