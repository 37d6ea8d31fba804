import type { DocumentReader } from '../document-reader.ts';
import { decodeText } from '../text/decode-text.ts';
import { delimiterOf } from './delimiter.rule.ts';
import { parseCsv } from './parse-csv.ts';
import { readTable } from './read-table.ts';

/** Reads CSV of any common dialect: commas, semicolons, tabs or bars, quotes, `sep=` lines. */
export const readCsv: DocumentReader = (bytes, sink) => {
  const text = decodeText(bytes, sink);
  const named = /^sep=(.)\n/u.exec(text);
  const { rows, isBroken } = parseCsv(text.slice(named?.[0].length ?? 0), {
    delimiter: named?.[1] ?? delimiterOf(text),
    // Enough to notice that more would follow.
    maxRows: sink.limits.maxParts + 1,
  });
  if (isBroken) {
    sink.warn(
      'document_quotes_unclosed',
      'A quotation mark is not closed; from its row on, each line was read as a row.',
    );
  }
  const firstRow = named === null ? 1 : 2;
  readTable(rows, (index) => ({ row: firstRow + index }), sink);
  if (rows.length > sink.limits.maxParts) sink.truncate();
};
