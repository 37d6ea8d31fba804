import { boolean, index, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { ReportCause, ReportContent, ReportCounts } from '#contracts/model';
import { projects } from './projects.schema.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Projection: the reports of agents. */
export const reports = pgTable(
  'reports',
  {
    id: text('id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    ownerId: text('owner_id').notNull(),
    agent: text('agent').notNull(),
    taskId: text('task_id').notNull(),
    cause: text('cause').$type<ReportCause>().notNull(),
    engine: text('engine').notNull(),
    /** False when it was written before everything was read. */
    complete: boolean('complete').notNull(),
    counts: jsonb('counts').$type<ReportCounts>().notNull(),
    content: jsonb('content').$type<ReportContent>().notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [index('reports_project').on(table.projectId, table.agent, table.id)],
);

/** The sources whose facts a report was computed from. */
export const reportSources = pgTable(
  'report_sources',
  {
    reportId: text('report_id').notNull(),
    sourceId: text('source_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.reportId, table.sourceId] }),
    index('report_sources_source').on(table.sourceId),
  ],
);
