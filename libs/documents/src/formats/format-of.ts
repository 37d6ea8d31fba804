import type { DocumentFormat } from '#contracts/model';
import type { DocumentBytes } from './document-reader.ts';
import { isText } from './text/decode-text.ts';
import { UnreadableDocument } from './unreadable-document.ts';
import { zipEntries } from './zip-entries.ts';

/** Bytes in which a format is looked for. */
const SEARCHED_BYTES = 1_024;

const OLD_OFFICE = 'd0cf11e0a1b11ae1';
/** Text formats whose marks would be read as their content. */
const MARKED_UP = /^\s*(?:\{\\rtf|<!doctype html|<html|<\?xml)/iu;

/** Formats by the end of the name, for files that are text. Spreadsheets are exported as such. */
const FORMATS_BY_NAME: Readonly<Record<string, DocumentFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  xls: 'csv',
  xlsx: 'csv',
};

/**
 * The format of a document by its content; by its name only where the content is plain text.
 * @throws UnreadableDocument for a format that cannot be read
 */
export function formatOf(bytes: DocumentBytes, fileName: string): DocumentFormat {
  const head = bytes.subarray(0, SEARCHED_BYTES);
  const start = Buffer.from(head).toString('latin1');
  const name = fileName.toLowerCase().slice(fileName.lastIndexOf('.') + 1);
  const pdfAt = start.indexOf('%PDF-');
  if (pdfAt === 0 || (pdfAt > 0 && name === 'pdf')) return 'pdf';
  if (start.startsWith('PK\u0003\u0004')) return formatOfZip(bytes);
  if (Buffer.from(head).toString('hex').startsWith(OLD_OFFICE)) throw oldOffice(bytes);
  if (!isText(head)) throw unknownFormat('It is no text, and no PDF or XLSX file.');
  if (MARKED_UP.test(start)) throw unknownFormat('HTML, XML and RTF cannot be read.');
  return FORMATS_BY_NAME[name] ?? 'text';
}

function formatOfZip(bytes: DocumentBytes): DocumentFormat {
  const entries = zipEntries(bytes);
  if (entries === null) throw unknownFormat('The file is damaged or was not uploaded completely.');
  const names = entries.map((entry) => entry.name);
  // The names of the parts are not fixed, but every writer keeps them in this folder.
  if (names.some((name) => name.startsWith('xl/') && name.endsWith('.xml'))) return 'xlsx';
  if (names.some((name) => name.startsWith('word/')))
    throw unknownFormat('Word documents cannot be read; save it as PDF.');
  if (names.includes('content.xml'))
    throw unknownFormat('OpenDocument files cannot be read; save it as XLSX or PDF.');
  throw unknownFormat('It is an archive without an Excel workbook.');
}

/** Encrypted workbooks are stored in the container of the old formats. */
function oldOffice(bytes: DocumentBytes): UnreadableDocument {
  const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(encrypted)
    ? new UnreadableDocument('document_encrypted', 'The workbook is protected with a password.')
    : unknownFormat('Old Office formats cannot be read; save it as XLSX or PDF.');
}

function unknownFormat(message: string): UnreadableDocument {
  return new UnreadableDocument('document_unreadable', message);
}
