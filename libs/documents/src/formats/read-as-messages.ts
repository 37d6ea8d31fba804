import type { ReadingMessage } from '../fence/reading-messages.schema.ts';
import type { DocumentLimits } from '../limits.ts';
import type { DocumentBytes } from './document-reader.ts';
import { formatOf } from './format-of.ts';
import { EnoughRead, PartSink } from './part-sink.ts';
import { READERS } from './readers.ts';
import { UnreadableDocument } from './unreadable-document.ts';

type Write = (message: ReadingMessage) => void;

type LastMessage = Exclude<ReadingMessage, { kind: 'part' }>;

/**
 * Reads a document. The last message says how it ended; errors of the document are no exceptions.
 * @param write receives the messages in their order
 * @throws the error of `write`
 */
export async function readAsMessages(
  bytes: DocumentBytes,
  fileName: string,
  limits: DocumentLimits,
  write: Write,
): Promise<void> {
  let writeError: unknown = null;
  const sink = new PartSink(limits, ({ place, text, cells }) => {
    try {
      write({ kind: 'part', place, text, cells: cells === null ? null : [...cells] });
    } catch (error) {
      writeError = error;
      throw error;
    }
  });
  const last = await readInto(sink, bytes, fileName).catch(endOfError);
  if (writeError !== null) throw new Error('The parts cannot be written.', { cause: writeError });
  write(last);
}

async function readInto(
  sink: PartSink,
  bytes: DocumentBytes,
  fileName: string,
): Promise<LastMessage> {
  const format = formatOf(bytes, fileName);
  const read = await READERS[format]();
  try {
    await read(bytes, sink);
  } catch (error) {
    if (!(error instanceof EnoughRead)) throw error;
  }
  if (sink.count === 0) throw new UnreadableDocument('document_empty', 'There is no text in it.');
  return { kind: 'end', format, truncated: sink.truncated, warnings: [...sink.warnings] };
}

function endOfError(error: unknown): LastMessage {
  const { code, message } = unreadable(error);
  return { kind: 'unreadable', code, message };
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
