import { DOCUMENT_FORMATS, isErrorCode, type DocumentFormat } from '#contracts/model';
import { lastStepOf } from '#contracts/tasks';
import type { Transaction } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { insertRows } from '../database/insert-rows.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import type { NewEvent } from '../events/domain-events.ts';
import type { ProjectRecord } from '../projects/lock-project.ts';
import { projectSignal } from '../projects/project-signal.ts';
import { documentParts, documents } from '../schema/index.ts';
import { signalWork } from '../signals/signal-work.ts';
import { taskCreated } from '../tasks/new-task.ts';
import { inBatches } from './in-batches.ts';
import type { ImportedDocument, Importing } from './imported.records.ts';

/** A document and where it goes. */
interface PlacedDocument {
  readonly project: ProjectRecord;
  readonly document: ImportedDocument;
  readonly id: string;
  /** Idempotency key of the event that adds it. */
  readonly key: string;
}

/** Writes a document with its parts, and the task that has read it or is to do so. */
export async function writeImportedDocument(
  tx: Transaction,
  importing: Importing,
  placed: PlacedDocument,
): Promise<void> {
  const { project, document, id } = placed;
  const taskId = newId('task');
  const { fileName, sizeBytes, sha256, writtenOn, partCount } = document;
  const format = knownFormat(document.format);
  const read = partCount === null || format === null ? null : { format, partCount };
  await tx.insert(documents).values({
    ...{ id, projectId: project.id, ownerId: importing.ownerId },
    ...{ fileName, sizeBytes, sha256, writtenOn, taskId },
    ...{ format: read?.format ?? null, partCount: read?.partCount ?? null },
    ...{ errorCode: knownError(document.errorCode), createdAt: new Date(document.createdAt) },
  });
  await appendAndApply(tx, eventsOf(importing, placed, taskId, read));
  await signalWork(tx, [projectSignal(project)]);
  if (read === null) return;
  await inBatches(document.parts, (batch) =>
    insertRows(
      tx,
      documentParts,
      ['documentId', 'part', 'place', 'text', 'cells'],
      batch.map((part) => ({ ...part, place: withoutGaps(part.place), documentId: id })),
    ),
  );
}

/** What is known of a document that was read. */
interface ReadDocument {
  readonly format: DocumentFormat;
  readonly partCount: number;
}

function eventsOf(
  { ownerId, taskId: importTaskId, attempt }: Importing,
  { project: { id: projectId }, document, id: documentId, key }: PlacedDocument,
  taskId: string,
  read: ReadDocument | null,
): readonly NewEvent[] {
  const { sizeBytes, sha256, writtenOn, createdAt: madeAt, errorCode } = document;
  const subject = { ownerId, conversationId: null, taskId: importTaskId } as const;
  const file = { sizeBytes, sha256, writtenOn };
  const added: NewEvent = {
    ...{ ...subject, type: 'document_added', idempotencyKey: key },
    data: { projectId, documentId, taskId, ...file, madeAt },
  };
  const purpose = {
    type: 'document_reading',
    conversationId: null,
    entity: { kind: 'project', id: projectId },
  } as const;
  const reading = taskCreated(purpose, { ownerId, taskId, settings: { documentId } });
  if (read === null && errorCode === null) return [added, reading];
  const ended: NewEvent = {
    ...{ ...subject, taskId, type: 'task_completed' },
    idempotencyKey: `task_completed:${taskId}:1`,
    data: { attempt: 1, stage: lastStepOf('document_reading'), warnings: [] },
  };
  if (read === null) return [added, reading, ended];
  const result: NewEvent = {
    ...{ ...subject, type: 'document_read', idempotencyKey: `document_read:${documentId}` },
    data: { attempt, projectId, documentId, ...read },
  };
  return [added, reading, ended, result];
}

/** A format of a later version is none; then the document is read by this one. */
function knownFormat(format: string | null): DocumentFormat | null {
  return DOCUMENT_FORMATS.find((known) => known === format) ?? null;
}

function knownError(code: string | null) {
  if (code === null || isErrorCode(code)) return code;
  return 'document_unreadable' as const;
}

/** Without the numbers that are not there, as the reader of documents writes it. */
function withoutGaps(place: ImportedDocument['parts'][number]['place']) {
  const { sheet, row, page, line } = place;
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(row === undefined ? {} : { row }),
    ...(page === undefined ? {} : { page }),
    ...(line === undefined ? {} : { line }),
  };
}
