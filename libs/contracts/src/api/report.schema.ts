import { z } from 'zod';
import { AGENT_NAME, VALUE_RULES } from '../model/agents.ts';
import { DROP_REASONS } from '../model/facts.ts';
import {
  REPORT_CAUSES,
  type Figure,
  type ReportContent,
  type ReportEntry,
} from '../model/reports.ts';
import { idSchema, pageOf, pageQueryOf, prioritySchema, timestampSchema } from './common.schema.ts';
import { engineNameSchema } from './engine.schema.ts';
import { reportGapsSchema } from './report-gaps.schema.ts';
import { figureSchema, reportContentSchema, reportEntrySchema } from './report-content.schema.ts';

/** Name of an agent, as in `GET /agents`. */
export const agentNameSchema = z
  .string()
  .regex(AGENT_NAME, 'must be the name of an agent')
  .meta({ example: 'financial' });

/** An agent, and what it reads. */
export const agentSchema = z
  .object({
    name: agentNameSchema,
    label: z.string(),
    description: z.string(),
    factTypes: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        description: z.string(),
        value: z.enum(VALUE_RULES).describe('The kind of value that it must have.'),
        statuses: z.array(z.string()).describe('What may become of it; empty when it has none.'),
      }),
    ),
    categories: z
      .array(z.string())
      .describe('In addition to those of a plan; the last one is for everything else.'),
  })
  .meta({ id: 'Agent' });
export type AgentView = z.output<typeof agentSchema>;

export const agentPageSchema = pageOf(agentSchema).meta({ id: 'AgentPage' });
export type AgentPage = z.output<typeof agentPageSchema>;

export const reportCountsSchema = z
  .object({
    conversations: z.number().int(),
    documents: z.number().int(),
    facts: z.number().int(),
    sourcesRead: z.number().int(),
    sourcesFailed: z.number().int(),
    dropped: z.partialRecord(z.enum(DROP_REASONS), z.number().int()),
    gaps: reportGapsSchema.optional(),
  })
  .meta({ id: 'ReportCounts' });

/** A report without its content, as returned in lists. */
export const reportHeadSchema = z
  .object({
    id: idSchema('report'),
    projectId: idSchema('project'),
    agent: agentNameSchema,
    taskId: idSchema('task'),
    cause: z.enum(REPORT_CAUSES),
    engine: z.string(),
    complete: z.boolean().describe('False when it was written before everything was read.'),
    counts: reportCountsSchema,
    createdAt: timestampSchema,
  })
  .meta({ id: 'ReportHead' });
export type ReportHead = z.output<typeof reportHeadSchema>;

/** A report of an agent about a project. */
export const reportSchema = reportHeadSchema
  .extend({
    current: z
      .boolean()
      .describe('Whether nothing has changed since: no new material, decision or plan.'),
    content: reportContentSchema,
  })
  .meta({ id: 'Report' });
/** A report as the gateway answers it; its content is the one that the agent has made. */
export interface ReportView extends Omit<z.output<typeof reportSchema>, 'content'> {
  readonly content: ReportContent;
}

export const reportPageSchema = pageOf(reportHeadSchema).meta({ id: 'ReportPage' });
export type ReportPage = z.output<typeof reportPageSchema>;

/** Query of `GET /projects/{id}/reports`; newest first. */
export const reportQuerySchema = pageQueryOf('report')
  .extend({ agent: agentNameSchema.optional() })
  .meta({ id: 'ReportQuery' });
export type ReportQuery = z.output<typeof reportQuerySchema>;

/** Query of `GET /projects/{id}/reports/latest`. */
export const latestReportQuerySchema = z
  .object({ agent: agentNameSchema })
  .meta({ id: 'LatestReportQuery' });
export type LatestReportQuery = z.output<typeof latestReportQuerySchema>;

/** Body of `POST /projects/{id}/reports`. */
export const requestReportSchema = z
  .object({
    agent: agentNameSchema,
    settings: z
      .object({ engine: engineNameSchema.exactOptional().describe('Name of a language engine.') })
      .strict()
      .exactOptional(),
    priority: prioritySchema.optional(),
  })
  .strict()
  .meta({ id: 'RequestReport' });
export type RequestReport = z.output<typeof requestReportSchema>;

/** Answer of `GET /projects/{id}/reports/{reportId}/changes`: what differs from another report. */
export const reportChangesSchema = z
  .object({
    since: idSchema('report'),
    figures: z.array(
      z.object({
        label: z.string(),
        before: figureSchema.nullable(),
        after: figureSchema.nullable(),
      }),
    ),
    added: z.array(reportEntrySchema),
    removed: z.array(reportEntrySchema),
    changed: z.array(z.object({ before: reportEntrySchema, after: reportEntrySchema })),
  })
  .meta({ id: 'ReportChanges' });
/** The same as the gateway answers it. */
export interface ReportChangesView {
  /** Id of the earlier report. */
  readonly since: string;
  readonly figures: readonly {
    readonly label: string;
    readonly before: Figure | null;
    readonly after: Figure | null;
  }[];
  readonly added: readonly ReportEntry[];
  readonly removed: readonly ReportEntry[];
  readonly changed: readonly { readonly before: ReportEntry; readonly after: ReportEntry }[];
}

/** Query of `GET /projects/{id}/reports/{reportId}/changes`. */
export const reportChangesQuerySchema = z
  .object({ since: idSchema('report').describe('The earlier report.') })
  .meta({ id: 'ReportChangesQuery' });
export type ReportChangesQuery = z.output<typeof reportChangesQuerySchema>;
