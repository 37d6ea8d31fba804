/** Formats of documents that can be read. */
export const DOCUMENT_FORMATS = ['text', 'markdown', 'csv', 'xlsx', 'pdf'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** Where a part of a document is; all numbers count from 1. */
export interface DocumentPlace {
  /** Name of the sheet. */
  readonly sheet?: string;
  /** Row of the table, with its headings and empty rows counted. */
  readonly row?: number;
  readonly page?: number;
  /** First line of the part in the file. */
  readonly line?: number;
}

/** A cell of a row that is not empty. */
export interface DocumentCell {
  /** Heading of the column, or its letters, such as `AB`, when it has none. */
  readonly column: string;
  readonly text: string;
}

/** A part of a document: a row of a table, or a paragraph. Its text is one line. */
export interface DocumentPart {
  readonly place: DocumentPlace;
  /** Of a row: its cells with their headings, such as `Item: Chairs · Amount: 1.200,00 €`. */
  readonly text: string;
  /** In the order of the text; `null` for a part that is no row of a table. */
  readonly cells: readonly DocumentCell[] | null;
}

/** Reasons why what was read of a document may be wrong or incomplete. */
export const DOCUMENT_WARNING_CODES = [
  'document_encoding_guessed',
  'document_characters_lost',
  'document_quotes_unclosed',
  'document_pages_without_text',
] as const;
export type DocumentWarningCode = (typeof DOCUMENT_WARNING_CODES)[number];

/** A warning about a document that was read. */
export interface DocumentWarning {
  readonly code: DocumentWarningCode;
  /** A sentence for people. */
  readonly message: string;
}
