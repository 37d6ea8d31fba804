import type { DocumentReader } from '../document-reader.ts';
import { decodeText } from './decode-text.ts';
import { readLines } from './read-lines.ts';

/** Reads plain text. */
export const readText: DocumentReader = (bytes, sink) => {
  readLines(decodeText(bytes, sink), 1, sink);
};
