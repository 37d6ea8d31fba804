import readSheets from 'read-excel-file/node';
import type { DocumentReader } from '../document-reader.ts';
import { UnreadableDocument } from '../unreadable-document.ts';
import { zipEntries } from '../zip-entries.ts';
import { cellText } from './cell-text.ts';
import { readTable } from './read-table.ts';

const MEBIBYTE = 2 ** 20;

/** Share of the memory that the unpacked sheets may take; reading them takes several times that. */
const UNPACKED_SHARE = 1 / 8;

/** Reads all sheets of an Excel workbook, with the results of its formulas. */
export const readXlsx: DocumentReader = async (bytes, sink) => {
  const unpacked = (zipEntries(bytes) ?? [])
    .filter((entry) => entry.name.endsWith('.xml'))
    .reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (unpacked > sink.limits.memoryMebibytes * MEBIBYTE * UNPACKED_SHARE) throw tooLarge(unpacked);
  const sheets = await readSheets(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  for (const { sheet, data } of sheets) {
    const rows = data.map((row) => row.map(cellText));
    readTable(rows, (index) => ({ sheet, row: index + 1 }), sink);
  }
};

function tooLarge(unpackedBytes: number): UnreadableDocument {
  const mebibytes = Math.ceil(unpackedBytes / MEBIBYTE);
  return new UnreadableDocument(
    'document_too_large',
    `The sheets take ${mebibytes} MiB when unpacked, more than can be read. Save fewer rows.`,
  );
}
