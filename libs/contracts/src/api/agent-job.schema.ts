import { z } from 'zod';
import { idSchema, timestampSchema } from './common.schema.ts';
import { errorCodeSchema } from './task-parts.schema.ts';
import { agentNameSchema, reportSchema, type ReportView } from './report.schema.ts';

/** Status of a refresh, in the words of the earlier routes. */
export const AGENT_JOB_STATUSES = ['processing', 'completed', 'failed', 'not_found'] as const;

const job = {
  job_id: idSchema('task'),
  agent: agentNameSchema,
  project_id: idSchema('project'),
};

/** Answer of `/{agent}_agent/status/{projectId}`: the refresh that was started or joined. */
export const startedAgentJobSchema = z
  .object({
    status: z.literal('processing'),
    ...job,
    started_at: timestampSchema,
    joined: z.boolean().describe('Whether it was under way already.'),
  })
  .meta({ id: 'StartedAgentJob' });
export type StartedAgentJob = z.output<typeof startedAgentJobSchema>;

/** Progress of a refresh. */
const agentProgressSchema = z.object({
  percent: z.number().int(),
  step: z.string().nullable(),
  message: z.string().describe('What it does at the moment.'),
});

/** A refresh that was started at some time. */
export const agentJobSchema = z
  .object({
    status: z.enum(['processing', 'completed', 'failed']),
    ...job,
    started_at: timestampSchema,
    completed_at: timestampSchema.nullable(),
    failed_at: timestampSchema.nullable(),
    elapsed_seconds: z.number(),
    progress: agentProgressSchema,
    error: z
      .object({ code: errorCodeSchema, message: z.string(), next_action: z.string() })
      .nullable(),
  })
  .meta({ id: 'AgentJob' });
export type AgentJob = z.output<typeof agentJobSchema>;

/** There has never been a refresh. */
const agentJobMissingSchema = z.object({
  status: z.literal('not_found'),
  agent: agentNameSchema,
  project_id: idSchema('project'),
});

/** Answer of `/{agent}_agent/processing_status/{projectId}`. */
export const agentJobStatusSchema = z
  .union([agentJobSchema.extend({ result: reportSchema.nullable() }), agentJobMissingSchema])
  .meta({ id: 'AgentJobStatus' });
/** The same as the gateway answers it. */
export type AgentJobStatus =
  (AgentJob & { readonly result: ReportView | null }) | z.output<typeof agentJobMissingSchema>;

/** Answer of `/{agent}_agent/quick_status/{projectId}`: the stored report; nothing is started. */
export const agentQuickStatusSchema = z
  .object({
    status: z.enum(AGENT_JOB_STATUSES).describe('Of the latest refresh.'),
    agent: agentNameSchema,
    project_id: idSchema('project'),
    updated_at: timestampSchema.nullable().describe('When the report was made.'),
    result: reportSchema.nullable(),
  })
  .meta({ id: 'AgentQuickStatus' });
/** The same as the gateway answers it. */
export interface AgentQuickStatus extends Omit<z.output<typeof agentQuickStatusSchema>, 'result'> {
  readonly result: ReportView | null;
}

/** Answer of `/{agent}_agent/history/{projectId}`; newest first. */
export const agentHistorySchema = z
  .object({
    agent: agentNameSchema,
    project_id: idSchema('project'),
    jobs: z.array(agentJobSchema),
  })
  .meta({ id: 'AgentHistory' });
export type AgentHistory = z.output<typeof agentHistorySchema>;
