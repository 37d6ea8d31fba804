import type { DocumentPart, DocumentFormat } from '#contracts/model';
import type { TaskWarning } from '#contracts/tasks';
import type { documentParts, documents } from '../schema/index.ts';

export type DocumentRecord = typeof documents.$inferSelect;
export type DocumentPartRecord = typeof documentParts.$inferSelect;

/** A document whose bytes are in the blob store. */
export interface NewDocument {
  readonly projectId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** ISO 8601 date; today in the time zone of the project by default. */
  readonly writtenOn: string | null;
}

/** What was read of a document. */
export interface DocumentContent {
  readonly format: DocumentFormat;
  readonly parts: readonly DocumentPart[];
  readonly warnings: readonly TaskWarning[];
}
