import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { DocumentCell, DocumentPlace, ErrorCode } from '#contracts/model';
import { projects } from './projects.schema.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Projection: documents of projects; their bytes are in the blob store. */
export const documents = pgTable(
  'documents',
  {
    id: text('id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    ownerId: text('owner_id').notNull(),
    fileName: text('file_name').notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    /** Address of the bytes in the blob store. */
    sha256: text('sha256').notNull(),
    writtenOn: date('written_on', { mode: 'string' }).notNull(),
    /** Null until it is read. */
    format: text('format'),
    /** Number of its parts; null until it is read. */
    partCount: integer('part_count'),
    /** Why it could not be read. */
    errorCode: text('error_code').$type<ErrorCode>(),
    /** The latest task that reads it. */
    taskId: text('task_id').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('documents_project').on(table.projectId, table.id),
    index('documents_blob').on(table.sha256),
  ],
);

/** The rows, lines and paragraphs of documents. */
export const documentParts = pgTable(
  'document_parts',
  {
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
    part: integer('part').notNull(),
    place: jsonb('place').$type<DocumentPlace>().notNull(),
    text: text('text').notNull(),
    cells: jsonb('cells').$type<DocumentCell[]>(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.part] })],
);
