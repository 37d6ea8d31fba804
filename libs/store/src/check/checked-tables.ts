import { getTableColumns } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import {
  binItems,
  clips,
  conversations,
  documents,
  exchanges,
  memories,
  projects,
  reports,
  summaries,
  tasks,
  turns,
} from '../schema/index.ts';

/** The columns of a table that follow from the change log, by the names of their fields. */
interface CheckedColumns {
  readonly table: PgTable;
  readonly id: PgColumn;
  readonly fields: Readonly<Record<string, PgColumn>>;
}

/** The tables whose rows follow from the change log, and their columns that do. */
export const CHECKED_TABLES = {
  conversations: {
    table: conversations,
    id: conversations.id,
    fields: only(conversations, [
      'ownerId',
      'projectId',
      'createdAt',
      'revision',
      'exchangeCount',
      'clipCount',
      'summaryRevision',
      'deletionRevision',
    ]),
  },
  exchanges: {
    table: exchanges,
    id: exchanges.id,
    fields: only(exchanges, ['conversationId', 'createdAt']),
  },
  turns: {
    table: turns,
    id: turns.id,
    fields: only(turns, ['conversationId', 'exchangeId', 'createdAt']),
  },
  clips: {
    table: clips,
    id: clips.id,
    fields: only(clips, [
      'conversationId',
      'turnId',
      'createdAt',
      'sizeBytes',
      'sha256',
      'taskId',
      'durationMs',
      'container',
      'codec',
      'channels',
      'sampleRateHz',
    ]),
  },
  tasks: {
    table: tasks,
    id: tasks.id,
    fields: only(tasks, [
      'ownerId',
      'conversationId',
      'clipId',
      'type',
      'entityKind',
      'entityId',
      'createdAt',
      'state',
      'attempt',
      'step',
      'settings',
      'workflowId',
      'runId',
      'firstRunId',
      'reopenings',
      'startedAt',
      'endedAt',
      'error',
      'warnings',
    ]),
  },
  memories: {
    table: memories,
    id: memories.id,
    fields: only(memories, [
      'ownerId',
      'conversationId',
      'exchangeId',
      'significance',
      'significanceValue',
      'engine',
      'rubricVersion',
      'pinned',
      'autoPinned',
      'decidedByPerson',
    ]),
  },
  summaries: {
    table: summaries,
    id: summaries.id,
    fields: only(summaries, ['conversationId', 'revision', 'engine', 'taskId']),
  },
  projects: {
    table: projects,
    id: projects.id,
    fields: only(projects, ['ownerId', 'createdAt', 'currency', 'timeZone', 'refresh']),
  },
  documents: {
    table: documents,
    id: documents.id,
    fields: only(documents, [
      'ownerId',
      'projectId',
      'createdAt',
      'taskId',
      'sizeBytes',
      'sha256',
      'writtenOn',
      'format',
      'partCount',
    ]),
  },
  reports: {
    table: reports,
    id: reports.id,
    fields: only(reports, ['ownerId', 'projectId', 'agent', 'taskId', 'engine']),
  },
  binItems: {
    table: binItems,
    id: binItems.id,
    fields: only(binItems, ['kind', 'ownerId', 'belongsTo', 'deletedAt']),
  },
} as const satisfies Record<string, CheckedColumns>;

/** A table whose rows follow from the change log. */
export type CheckedTable = keyof typeof CHECKED_TABLES;

/** A row with the values that follow from the log. Times are milliseconds since 1970. */
export interface CheckedRow {
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The columns of a table; without its type, so that one statement serves all tables. */
export function checkedColumns(table: CheckedTable): CheckedColumns {
  return CHECKED_TABLES[table];
}

/** A selected row, in the form in which rows are compared. */
export function toCheckedRow({ id, ...values }: Record<string, unknown>): CheckedRow {
  const comparable = Object.entries(values).map(([field, value]): [string, unknown] => [
    field,
    value instanceof Date ? value.getTime() : value,
  ]);
  return { id: String(id), values: Object.fromEntries(comparable) };
}

/** A value in the form of its column. @param value as rows are compared */
export function toColumnValue(table: CheckedTable, field: string, value: unknown): unknown {
  const isTime = checkedColumns(table).fields[field]?.dataType === 'date';
  return isTime && typeof value === 'number' ? new Date(value) : value;
}

function only<Table extends PgTable>(
  table: Table,
  fields: readonly (keyof Table['_']['columns'] & string)[],
): Readonly<Record<string, PgColumn>> {
  const columns = Object.entries(getTableColumns(table));
  return Object.fromEntries(columns.filter(([field]) => fields.includes(field)));
}
