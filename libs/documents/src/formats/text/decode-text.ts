import type { PartSink } from '../part-sink.ts';
import type { DocumentBytes } from '../document-reader.ts';
import { UnreadableDocument } from '../unreadable-document.ts';

/** Bytes that a character takes in UTF-8 at most. */
const MAX_BYTES_PER_CHARACTER = 4;

/** Control characters that no text contains; line ends, tabs, form feeds and escapes are none. */
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u;

const LOST = /\ufffd/gu;
const NOT_ASCII = /[^\p{ASCII}]/gu;
/** Windows-1252 has no characters for five bytes; they become these. */
const UNDEFINED = /[\u0080-\u009f]/u;

/**
 * Decodes a text of unknown encoding: UTF-16 when it is marked as such, UTF-8, or else
 * Windows-1252, which contains Latin-1. A long text is cut at the limit of the sink.
 * @throws UnreadableDocument `document_unreadable` when the bytes are no text
 */
export function decodeText(bytes: DocumentBytes, sink: PartSink): string {
  const text = decode(startOf(bytes, sink), sink);
  if (BINARY.test(text)) throw binary();
  if (text.length > sink.limits.maxCharacters) sink.truncate();
  return text.slice(0, sink.limits.maxCharacters).replace(/\r\n?/gu, '\n');
}

/** Whether bytes can be decoded as text. */
export function isText(bytes: DocumentBytes): boolean {
  const start = new TextDecoder(markedEncoding(bytes) ?? 'latin1').decode(bytes);
  return !BINARY.test(start);
}

/** The bytes that may be needed, without the half of a character at their end. */
function startOf(bytes: DocumentBytes, sink: PartSink): DocumentBytes {
  let end = sink.limits.maxCharacters * MAX_BYTES_PER_CHARACTER;
  if (bytes.length <= end) return bytes;
  sink.truncate();
  for (let back = 1; back < MAX_BYTES_PER_CHARACTER && isContinued(bytes[end]); back += 1) end -= 1;
  return bytes.subarray(0, end);
}

/** Whether a byte of UTF-8 continues a character. */
function isContinued(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}

function decode(bytes: DocumentBytes, sink: PartSink): string {
  const marked = markedEncoding(bytes);
  const strict = marked === null ? strictUtf8(bytes) : null;
  if (strict !== null) return strict;
  const text = new TextDecoder(marked ?? 'utf-8').decode(bytes);
  // A file in UTF-8 with a few broken characters stays UTF-8; the sink warns of these.
  const isUnicode = marked !== null || countOf(text, NOT_ASCII) > 2 * countOf(text, LOST);
  return isUnicode ? text : decodeWestern(bytes, sink);
}

function strictUtf8(bytes: DocumentBytes): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeWestern(bytes: DocumentBytes, sink: PartSink): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  if (UNDEFINED.test(text)) throw binary();
  sink.warn(
    'document_encoding_guessed',
    'The document is not UTF-8; it was read as Western European (Windows-1252).',
  );
  return text;
}

function markedEncoding(bytes: DocumentBytes): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count += 1;
  return count;
}

function binary(): UnreadableDocument {
  return new UnreadableDocument(
    'document_unreadable',
    'The file is not text in UTF-8, UTF-16 or Windows-1252.',
  );
}
