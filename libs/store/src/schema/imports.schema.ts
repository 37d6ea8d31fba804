import { sql } from 'drizzle-orm';
import { bigint, boolean, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { TaskSettings } from '#contracts/tasks';
import type { ImportCounts, ImportFormat, ImportRecording } from '#contracts/model';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What an import has made. */
export interface ImportResult {
  readonly counts: ImportCounts;
  /** The conversation of the file, if there is exactly one. */
  readonly conversationId: string | null;
}

/**
 * Requested imports and their uploaded files. A row is written directly and removed after some days;
 * what it has added is in the change log.
 */
export const imports = pgTable(
  'imports',
  {
    id: text('id').primaryKey(),
    ownerId: text('owner_id').notNull(),
    /** The task that does it. */
    taskId: text('task_id').notNull(),
    fileName: text('file_name').notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    /** Address of the uploaded bytes in the folder of imports. */
    sha256: text('sha256').notNull(),
    /** As it was requested, or found when the file was checked. */
    format: text('format').$type<ImportFormat>(),
    /** What the conversation of a transcript is to be called; null for the name of the file. */
    title: text('title'),
    /** The recording that was uploaded beside a transcript; null for none. */
    recordingFileName: text('recording_file_name'),
    recordingSizeBytes: bigint('recording_size_bytes', { mode: 'number' }),
    recordingSha256: text('recording_sha256'),
    /** Whether recordings are transcribed although their words are there. */
    transcribe: boolean('transcribe').notNull().default(false),
    /** With what recordings are transcribed; null for nothing of its own. */
    settings: jsonb('settings').$type<TaskSettings>(),
    /** The recordings of transcripts, as they were found when the file was checked and opened. */
    recordings: jsonb('recordings')
      .$type<readonly ImportRecording[]>()
      .notNull()
      .default(sql`'[]'::jsonb`),
    /** Null until all of it is there. */
    result: jsonb('result').$type<ImportResult>(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('imports_owner').on(table.ownerId, table.id),
    index('imports_task').on(table.taskId),
    index('imports_file').on(table.sha256),
    index('imports_recording')
      .on(table.recordingSha256)
      .where(sql`${table.recordingSha256} IS NOT NULL`),
  ],
);
