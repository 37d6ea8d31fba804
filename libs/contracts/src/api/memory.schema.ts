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

/** Body of `POST /memories`: a memory that an application supplies. */
export const writeMemorySchema = z
  .object({
    narrative: typedTextSchema(20_000).meta({
      example: 'Ada said that her daughter was born last night.',
    }),
    priorDialogue: z
      .array(z.object({ speaker: speakerSchema, text: typedTextSchema(20_000) }).strict())
      .max(50)
      .default([])
      .describe('What was said before it, oldest first.'),
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
    exchangeId: idSchema('exchange').nullable().describe('The exchange that it was created from.'),
    narrative: z.string(),
    significance: significanceSchema.nullable().describe('Null until it has been scored.'),
    reason: z.string().nullable().describe('Why it has this score.'),
    engine: z.string().nullable(),
    rubricVersion: z.string().nullable(),
    scoredAt: timestampSchema.nullable(),
    pin: z
      .enum(['manual', 'auto'])
      .nullable()
      .describe(
        'Whether the memory is pinned, and by whom: `manual` by a person, `auto` by the scoring rule; null when it is not pinned.',
      ),
    taskId: idSchema('task').nullable().describe('The task that scores it or has scored it.'),
    createdAt: timestampSchema,
  })
  .meta({ id: 'Memory' });
export type Memory = z.output<typeof memorySchema>;

export const memoryPageSchema = pageOf(memorySchema).meta({ id: 'MemoryPage' });
export type MemoryPage = z.output<typeof memoryPageSchema>;

/** Query of `GET /memories`; newest first. */
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
      .describe('Minimum significance.'),
  })
  .meta({ id: 'MemoryQuery' });
export type MemoryQuery = z.output<typeof memoryQuerySchema>;
