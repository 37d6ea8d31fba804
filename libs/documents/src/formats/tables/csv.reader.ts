import papaparse from 'papaparse';
import type { DocumentReader } from '../document-reader.ts';
import { decodeText } from '../text/decode-text.ts';
import { delimiterOf } from './delimiter.rule.ts';
import { readTable } from './read-table.ts';

/** Reads CSV of any common dialect: commas, semicolons, tabs or bars, quotes, `sep=` lines. */
export const readCsv: DocumentReader = (bytes, sink) => {
  const text = decodeText(bytes, sink);
  const named = /^sep=(.)\n/u.exec(text);
  const { data } = papaparse.parse<string[]>(text.slice(named?.[0].length ?? 0), {
    delimiter: named?.[1] ?? delimiterOf(text),
    // Enough to notice that more would follow.
    preview: sink.limits.maxParts + 1,
  });
  const firstRow = named === null ? 1 : 2;
  readTable(data, (index) => ({ row: firstRow + index }), sink);
  if (data.length > sink.limits.maxParts) sink.truncate();
};
