import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type {
  Certainty,
  Citation,
  DropCounts,
  DroppedDraft,
  ErrorCode,
  FactDate,
  FactDecision,
  FactValue,
  ProjectPlan,
  RefreshRule,
  SpeakerTalk,
  SummaryStyle,
} from '#contracts/model';
import { correctionSettings } from './correction-settings.columns.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Projection: projects, which group conversations and documents. */
export const projects = pgTable(
  'projects',
  {
    id: text('id').primaryKey(),
    ownerId: text('owner_id').notNull(),
    name: text('name').notNull(),
    /** ISO 4217. */
    currency: text('currency').notNull(),
    /** Name in the IANA database. */
    timeZone: text('time_zone').notNull(),
    refresh: text('refresh').$type<RefreshRule>().notNull(),
    /** How people want the summaries of its conversations; null for the default. */
    summaryStyle: jsonb('summary_style').$type<SummaryStyle>(),
    /** What is spoken in its conversations' recordings, ISO 639-1 or `auto`; null when what is further away says it. */
    spokenLanguage: text('spoken_language'),
    plan: jsonb('plan').$type<ProjectPlan>().notNull(),
    ...correctionSettings(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('projects_owner').on(table.ownerId, table.id)],
);

/** What is asked of an agent about a project, and what it has done. */
export const projectAgents = pgTable(
  'project_agents',
  {
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    agent: text('agent').notNull(),
    /** Increases with each decision and change that a new report is to cover. */
    wanted: integer('wanted').notNull().default(0),
    /** Value of `wanted` that the latest ended run has covered, whatever its outcome. */
    covered: integer('covered').notNull().default(0),
    /** The latest report. */
    reportId: text('report_id'),
    /** When the latest run ended. */
    endedAt: moment('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.projectId, table.agent] }),
    index('project_agents_wanted')
      .on(table.projectId)
      .where(sql`${table.wanted} > ${table.covered}`),
  ],
);

/** Up to where the sources of a project were read by an agent. */
export const readSources = pgTable(
  'read_sources',
  {
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    agent: text('agent').notNull(),
    /** Id of a conversation or document. */
    sourceId: text('source_id').notNull(),
    /** What read it: engine, agent and their versions, currency and categories of the project. */
    reader: text('reader').notNull(),
    /** Revision of the conversation that was read; 0 for a document. */
    revision: integer('revision').notNull(),
    talk: jsonb('talk').$type<SpeakerTalk[]>().notNull(),
    dropped: jsonb('dropped').$type<DropCounts>().notNull(),
    /** The first of what was dropped. */
    leftOut: jsonb('left_out').$type<DroppedDraft[]>().notNull().default([]),
    /** Why it could not be read; its earlier facts stay. */
    errorCode: text('error_code').$type<ErrorCode>(),
    readAt: moment('read_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.projectId, table.agent, table.sourceId] })],
);

/** Facts as they were read, each with its place in a source. */
export const facts = pgTable(
  'facts',
  {
    /** A hash of project, agent, place and value: it is the same when the source is read again. */
    id: text('id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    agent: text('agent').notNull(),
    sourceId: text('source_id').notNull(),
    type: text('type').notNull(),
    label: text('label').notNull(),
    value: jsonb('value').$type<FactValue>(),
    /** The column is not called `on`, which is a word of SQL. */
    on: jsonb('on_date').$type<FactDate>(),
    who: text('who'),
    status: text('status'),
    category: text('category'),
    certainty: text('certainty').$type<Certainty>().notNull(),
    corrects: boolean('corrects').notNull(),
    clear: boolean('clear').notNull(),
    quote: text('quote').notNull(),
    citation: jsonb('citation').$type<Citation>().notNull(),
    speaker: text('speaker'),
    saidOn: date('said_on', { mode: 'string' }).notNull(),
    saidAt: moment('said_at').notNull(),
    /** Order within its source. */
    position: integer('position').notNull(),
  },
  (table) => [
    index('facts_project').on(table.projectId, table.agent, table.saidAt, table.id),
    index('facts_source').on(table.projectId, table.agent, table.sourceId),
  ],
);

/** Projection: what people decided about facts. It stays when a source is read again. */
export const factDecisions = pgTable(
  'fact_decisions',
  {
    factId: text('fact_id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    agent: text('agent').notNull(),
    /** The conversation or document of the fact; null when an earlier version has stored it. */
    sourceId: text('source_id'),
    /** The turn that the fact cites; null when it cites a document, or was not known. */
    citedTurn: text('cited_turn'),
    decision: jsonb('decision').$type<FactDecision>().notNull(),
    decidedAt: moment('decided_at').notNull(),
  },
  (table) => [
    index('fact_decisions_project').on(table.projectId, table.agent),
    index('fact_decisions_source').on(table.sourceId),
  ],
);
