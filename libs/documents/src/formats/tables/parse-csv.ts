import papaparse from 'papaparse';

/** The rows of a text with separated cells. */
export interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  /** Whether a quotation mark is not closed, or goes on after it is: its rows are read as they stand. */
  readonly isBroken: boolean;
}

type Options = Readonly<{ delimiter: string; maxRows: number }>;

/** Stands for no quotation mark at all: text has none of them. */
const NO_QUOTE = '\u0000';

/**
 * Reads separated cells. A quotation mark that is not closed takes all that follows into its cell, so
 * from the first such row on each line is a row; marks around its cells are still taken off where
 * they are closed in their line.
 */
export function parseCsv(text: string, { delimiter, maxRows }: Options): CsvRows {
  const { data, errors } = papaparse.parse<string[]>(text, { delimiter, preview: maxRows });
  const error = errors.find(({ type }) => type === 'Quotes');
  if (error === undefined) return { rows: data, isBroken: false };
  const sound = data.slice(0, error.row ?? 0);
  const rest = linesFrom(text, startOfRow(text, error.index ?? 0));
  const read = rest.slice(0, maxRows - sound.length).map((line) => cellsOfLine(line, delimiter));
  return { rows: [...sound, ...read], isBroken: true };
}

/** Where the line begins in which a quotation mark stands. */
function startOfRow(text: string, mark: number): number {
  return text.lastIndexOf('\n', Math.max(0, mark - 1)) + 1;
}

function linesFrom(text: string, start: number): readonly string[] {
  const lines = text.slice(start).split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function cellsOfLine(line: string, delimiter: string): readonly string[] {
  const quoted = papaparse.parse<string[]>(line, { delimiter });
  if (!quoted.errors.some(({ type }) => type === 'Quotes')) return quoted.data[0] ?? [''];
  const plain = papaparse.parse<string[]>(line, { delimiter, quoteChar: NO_QUOTE });
  return (plain.data[0] ?? ['']).map((cell) => cell.replace(/^"(?=[^"]*$)/, ''));
}
