import type { PartSink } from './part-sink.ts';

/** The bytes of a document in memory. */
export type DocumentBytes = Uint8Array<ArrayBuffer>;

/**
 * Reads a document of one format.
 * @param sink takes the parts in their order; it ends the reading when it has enough
 * @throws UnreadableDocument when the file is broken or has nothing to read
 */
export type DocumentReader = (bytes: DocumentBytes, sink: PartSink) => void | Promise<void>;
