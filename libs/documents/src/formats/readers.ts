import type { DocumentFormat } from '#contracts/model';
import type { DocumentReader } from './document-reader.ts';

/** Loads the reader of a format; each loads its library. */
export const READERS: Readonly<Record<DocumentFormat, () => Promise<DocumentReader>>> = {
  text: async () => (await import('./text/text.reader.ts')).readText,
  markdown: async () => (await import('./markdown/markdown.reader.ts')).readMarkdown,
  csv: async () => (await import('./tables/csv.reader.ts')).readCsv,
  xlsx: async () => (await import('./xlsx/xlsx.reader.ts')).readXlsx,
  pdf: async () => (await import('./pdf/pdf.reader.ts')).readPdf,
};
