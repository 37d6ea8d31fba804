import readSheets from 'read-excel-file/node';
import type { DocumentReader } from '../document-reader.ts';
import { UnreadableDocument } from '../unreadable-document.ts';
import { zipEntries, type ZipEntry } from '../zip-entries.ts';
import { cellText } from './cell-text.ts';
import { readTable } from '../tables/read-table.ts';
import type { SheetStyles } from './number-styles.ts';
import { WorkbookStyles } from './workbook-styles.ts';

const MEBIBYTE = 2 ** 20;

/** Share of the memory that the unpacked sheets may take; reading them takes several times that. */
const UNPACKED_SHARE = 1 / 8;

/** Reads all sheets of an Excel workbook, with the results of its formulas. */
export const readXlsx: DocumentReader = async (bytes, sink) => {
  const entries = zipEntries(bytes) ?? [];
  refuseBomb(entries, sink.limits.memoryMebibytes);
  const sheets = await readSheets(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const styles = new WorkbookStyles(bytes, entries);
  for (const [index, { sheet, data }] of sheets.entries()) {
    const rows = rowsOf(data, styles.ofSheet(index));
    readTable(rows, (row) => ({ sheet, row: row + 1 }), sink);
  }
};

function rowsOf(
  data: readonly (readonly unknown[])[],
  styles: SheetStyles | null,
): readonly (readonly string[])[] {
  return data.map((cells, row) =>
    cells.map((value, column) => cellText(value, styles?.at(row + 1, column + 1) ?? null)),
  );
}

function refuseBomb(entries: readonly ZipEntry[], memoryMebibytes: number): void {
  const unpacked = entries
    .filter((entry) => entry.name.endsWith('.xml'))
    .reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (unpacked > memoryMebibytes * MEBIBYTE * UNPACKED_SHARE) throw tooLarge(unpacked);
}

function tooLarge(unpackedBytes: number): UnreadableDocument {
  const mebibytes = Math.ceil(unpackedBytes / MEBIBYTE);
  return new UnreadableDocument(
    'document_too_large',
    `The sheets take ${mebibytes} MiB when unpacked, more than can be read. Save fewer rows.`,
  );
}
