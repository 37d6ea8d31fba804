import type { DocumentPart, DocumentState, ProjectDocument } from '#contracts/api';
import type { DocumentPartRecord, DocumentRecord } from '#store';

/** A document as the API shows it. */
export function toDocument(record: DocumentRecord): ProjectDocument {
  return {
    id: record.id,
    projectId: record.projectId,
    fileName: record.fileName,
    format: record.format,
    sizeBytes: record.sizeBytes,
    sha256: record.sha256,
    writtenOn: record.writtenOn,
    state: stateOf(record),
    errorCode: record.errorCode,
    partCount: record.partCount ?? 0,
    taskId: record.taskId,
    createdAt: record.createdAt.toISOString(),
  };
}

function stateOf({ errorCode, partCount }: DocumentRecord): DocumentState {
  if (errorCode !== null) return 'failed';
  return partCount === null ? 'pending' : 'read';
}

/** A part of a document as the API shows it. */
export function toDocumentPart({ part, place, text, cells }: DocumentPartRecord): DocumentPart {
  return { part, place, text, cells };
}
