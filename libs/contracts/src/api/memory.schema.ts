import { z } from 'zod';
import { DEFAULT_OWNER_ID } from '../model/ids.ts';
import { SIGNIFICANCES } from '../model/language.ts';
import {
  idSchema,
  ownerIdSchema,
  pageOf,
  pageQuerySchema,
  timestampSchema,
  typedTextSchema,
} from './common.schema.ts';
import { speakerSchema } from './clip.schema.ts';

const significanceSchema = z
  .literal([...SIGNIFICANCES])
  .describe('0 trivial, 1 minor, 2 notable, 3 pivotal.');

/** Body of `POST /memories`: a memory that an application brings. */
export const writeMemorySchema = z
  .object({
    narrative: typedTextSchema(20_000).meta({
      example: 'Ada said that her daughter was born last night.',
    }),
    priorDialogue: z
      .array(z.object({ speaker: speakerSchema, text: typedTextSchema(20_000) }).strict())
      .max(50)
      .default([])
      .describe('What was said before, the latest last.'),
    ownerId: ownerIdSchema.default(DEFAULT_OWNER_ID),
  })
  .strict()
  .meta({ id: 'WriteMemory' });
export type WriteMemory = z.output<typeof writeMemorySchema>;

/** A narrative text worth keeping. */
export const memorySchema = z
  .object({
    id: idSchema('memory'),
    ownerId: ownerIdSchema,
    conversationId: idSchema('conversation').nullable(),
    exchangeId: idSchema('exchange').nullable().describe('The exchange that it was made of.'),
    narrative: z.string(),
    significance: significanceSchema.nullable().describe('Null until it has been scored.'),
    reason: z.string().nullable().describe('Why it was scored so.'),
    engine: z.string().nullable(),
    rubricVersion: z.string().nullable(),
    scoredAt: timestampSchema.nullable(),
    pin: z
      .enum(['manual', 'auto'])
      .nullable()
      .describe('Whether it is kept in view, and whether a person or the rule decided so.'),
    taskId: idSchema('task').nullable().describe('The task that scores it, or has.'),
    createdAt: timestampSchema,
  })
  .meta({ id: 'Memory' });
export type Memory = z.output<typeof memorySchema>;

export const memoryPageSchema = pageOf(memorySchema).meta({ id: 'MemoryPage' });
export type MemoryPage = z.output<typeof memoryPageSchema>;

/** Query of `GET /memories`; the newest come first. */
export const memoryQuerySchema = pageQuerySchema
  .extend({
    ownerId: ownerIdSchema.optional(),
    conversationId: idSchema('conversation').optional(),
    pinned: z
      .enum(['true', 'false'])
      .transform((value) => value === 'true')
      .optional(),
    significance: z.coerce
      .number()
      .int()
      .min(0)
      .max(3)
      .optional()
      .describe('At least so significant.'),
  })
  .meta({ id: 'MemoryQuery' });
export type MemoryQuery = z.output<typeof memoryQuerySchema>;
