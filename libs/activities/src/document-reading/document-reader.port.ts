import type { DocumentFile, ReadDocument } from '#documents';

/**
 * Reads a document within the limits of the worker.
 * @param signal ends the reading at once
 * @throws AppError of `readDocument`
 */
export type DocumentReader = (file: DocumentFile, signal: AbortSignal) => Promise<ReadDocument>;
