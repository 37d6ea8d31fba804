import type { DocumentFormat } from '#contracts/model';
import type { ReadingMessage } from '../fence/reading-messages.schema.ts';
import type { DocumentLimits } from '../limits.ts';
import type { DocumentBytes } from './document-reader.ts';
import { formatOf } from './format-of.ts';
import { EnoughRead, PartSink } from './part-sink.ts';
import { READERS } from './readers.ts';
import { UnreadableDocument } from './unreadable-document.ts';

type Write = (message: ReadingMessage) => void;

/**
 * Reads a document. The last message says how it ended; errors of the document are no exceptions.
 * @param write receives the messages in their order
 */
export async function readAsMessages(
  bytes: DocumentBytes,
  fileName: string,
  limits: DocumentLimits,
  write: Write,
): Promise<void> {
  const sink = new PartSink(limits, (part) =>
    write({ kind: 'part', place: part.place, text: part.text, cells: cellsOf(part.cells) }),
  );
  try {
    const format = formatOf(bytes, fileName);
    await readInto(sink, format, bytes);
    if (sink.count === 0) throw new UnreadableDocument('document_empty', 'There is no text in it.');
    write({ kind: 'end', format, truncated: sink.truncated, warnings: [...sink.warnings] });
  } catch (error) {
    const { code, message } = unreadable(error);
    write({ kind: 'unreadable', code, message });
  }
}

async function readInto(
  sink: PartSink,
  format: DocumentFormat,
  bytes: DocumentBytes,
): Promise<void> {
  const read = await READERS[format]();
  try {
    await read(bytes, sink);
  } catch (error) {
    if (!(error instanceof EnoughRead)) throw error;
  }
}

/** What a parser throws says nothing to people, and may contain text of the document. */
function unreadable(error: unknown): UnreadableDocument {
  if (error instanceof UnreadableDocument) return error;
  if (!(error instanceof RangeError)) return damaged('The file is damaged.');
  return error.message.includes('call stack')
    ? damaged('The document is nested too deeply.')
    : new UnreadableDocument('document_reading_stalled', 'The document needs too much memory.');
}

function damaged(message: string): UnreadableDocument {
  return new UnreadableDocument('document_unreadable', message);
}

function cellsOf<Cell extends object>(cells: readonly Cell[] | null): Cell[] | null {
  return cells === null ? null : [...cells];
}
