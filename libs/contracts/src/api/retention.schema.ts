import { z } from 'zod';
import { RETENTION_SUBJECTS } from '../model/retention.ts';
import { idSchema, ownerIdSchema, timestampSchema } from './common.schema.ts';

const MOST_DAYS = 36_500;
const MOST_RULES = 200;

/** Body of `POST /retention-rules`. */
export const setRetentionRuleSchema = z
  .object({
    subject: z
      .enum(RETENTION_SUBJECTS)
      .describe(
        '`audio`: recordings, while what was said stays. `transcripts`: the words that were said, with earlier versions and facts, while recordings, summaries and memories stay. `everything`: conversations, which go to the bin.',
      ),
    ownerId: ownerIdSchema.nullable().default(null).describe('Null for all owners.'),
    projectId: idSchema('project')
      .nullable()
      .default(null)
      .describe('Only conversations of this project; null for all.'),
    keptDays: z
      .number()
      .int()
      .min(1)
      .max(MOST_DAYS)
      .nullable()
      .describe('Days since the last exchange of a conversation; null keeps it for ever.'),
  })
  .strict()
  .meta({ id: 'SetRetentionRule' });
export type SetRetentionRule = z.output<typeof setRetentionRuleSchema>;

/** A rule of retention. */
export const retentionRuleSchema = setRetentionRuleSchema
  .extend({
    id: idSchema('retentionRule'),
    ownerId: ownerIdSchema.nullable(),
    projectId: idSchema('project').nullable(),
    createdAt: timestampSchema,
  })
  .meta({ id: 'RetentionRule' });
export type RetentionRule = z.output<typeof retentionRuleSchema>;

export const retentionRulesSchema = z
  .object({ items: z.array(retentionRuleSchema) })
  .meta({ id: 'RetentionRules' });
export type RetentionRules = z.output<typeof retentionRulesSchema>;

/** Body of `POST /retention-rules/dry-run`. */
export const tryRetentionSchema = z
  .object({
    rules: z
      .array(setRetentionRuleSchema)
      .max(MOST_RULES)
      .optional()
      .describe('By default the rules that are set.'),
  })
  .strict()
  .meta({ id: 'TryRetention' });
export type TryRetention = z.output<typeof tryRetentionSchema>;

const dueSchema = z.object({
  conversations: z.number().int(),
  clips: z.number().int().describe('Recordings in them that are still there.'),
  bytes: z.number().int().describe('Size of these recordings.'),
});

/** What retention would remove now. */
export const retentionDueSchema = z
  .object({
    audio: dueSchema,
    transcripts: dueSchema,
    everything: dueSchema,
  })
  .meta({ id: 'RetentionDue' });
export type RetentionDue = z.output<typeof retentionDueSchema>;
