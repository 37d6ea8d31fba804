import { bigint, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { ExportCounts, ExportScopeKind } from '#contracts/model';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * Requested exports and their files. A row is written directly, because it lasts no longer than its
 * file; what its task does is in the change log.
 */
export const exports = pgTable(
  'exports',
  {
    id: text('id').primaryKey(),
    ownerId: text('owner_id').notNull(),
    scopeKind: text('scope_kind').$type<ExportScopeKind>().notNull(),
    /** Id of the conversation or project, or the owner. */
    scopeId: text('scope_id').notNull(),
    /** The task that makes it. */
    taskId: text('task_id').notNull(),
    /** Name under which it is saved. It and what follows is null until the file is there. */
    fileName: text('file_name'),
    sizeBytes: bigint('size_bytes', { mode: 'number' }),
    sha256: text('sha256'),
    counts: jsonb('counts').$type<ExportCounts>(),
    expiresAt: moment('expires_at'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('exports_owner').on(table.ownerId, table.id),
    index('exports_scope').on(table.scopeKind, table.scopeId),
    index('exports_task').on(table.taskId),
  ],
);
