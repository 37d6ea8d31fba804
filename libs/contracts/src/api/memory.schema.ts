import { z } from 'zod';
import { DEFAULT_OWNER_ID } from '../model/ids.ts';
import { SIGNIFICANCES } from '../model/language.ts';
import {
  idSchema,
  ownerIdSchema,
  pageOf,
  pageQueryOf,
  prioritySchema,
  timestampSchema,
  typedTextSchema,
} from './common.schema.ts';
import { speakerSchema } from './clip.schema.ts';

const significanceSchema = z
  .literal([...SIGNIFICANCES])
  .describe('0 trivial, 1 minor, 2 notable, 3 pivotal.');

const narrativeSchema = typedTextSchema(20_000).meta({
  example: 'Ada said that her daughter was born last night.',
});

/** Body of `POST /memories`: a memory that an application supplies. */
export const writeMemorySchema = z
  .object({
    narrative: narrativeSchema,
    priorDialogue: z
      .array(z.object({ speaker: speakerSchema, text: typedTextSchema(20_000) }).strict())
      .max(50)
      .default([])
      .describe('What was said before it, oldest first.'),
    ownerId: ownerIdSchema.default(DEFAULT_OWNER_ID),
    priority: prioritySchema.optional(),
  })
  .strict()
  .meta({ id: 'WriteMemory' });
export type WriteMemory = z.output<typeof writeMemorySchema>;

/** Body of `PATCH /memories/{id}`. */
export const editMemorySchema = z
  .object({ narrative: narrativeSchema })
  .strict()
  .meta({ id: 'EditMemory' });
export type EditMemory = z.output<typeof editMemorySchema>;

/** Body of `POST /conversations/{id}/segments/{segmentId}/memories`. */
export const rememberPassageSchema = z
  .object({ narrative: narrativeSchema.describe('What to remember, such as the passage itself.') })
  .strict()
  .meta({ id: 'RememberPassage' });
export type RememberPassage = z.output<typeof rememberPassageSchema>;

/** A narrative text worth keeping. */
export const memorySchema = z
  .object({
    id: idSchema('memory'),
    ownerId: ownerIdSchema,
    conversationId: idSchema('conversation').nullable(),
    conversationTitle: z
      .string()
      .nullable()
      .describe('Null for memories without a conversation, unless `keptFrom` names one.'),
    projectId: idSchema('project').nullable().describe('The project of its conversation, if any.'),
    exchangeId: idSchema('exchange').nullable().describe('The exchange that it was created from.'),
    narrative: z.string(),
    significance: significanceSchema
      .nullable()
      .describe('Null until it has been scored; it waits while scoring is off.'),
    significanceValue: z
      .number()
      .nullable()
      .describe(
        'The number from which the significance follows, on the scale of the rubric: the higher, the more it matters. Null when the engine has none.',
      ),
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
    taskId: idSchema('task')
      .nullable()
      .describe('The task that scores it or has scored it; null while it waits for one.'),
    createdAt: timestampSchema,
    editedAt: timestampSchema.nullable().describe('When a person last edited the narrative.'),
    keptAt: timestampSchema
      .nullable()
      .describe(
        'When its conversation was deleted without it; memories that were kept of one have the same time.',
      ),
    keptFrom: idSchema('conversation')
      .nullable()
      .describe('The conversation that it was kept from, once that was restored; otherwise null.'),
  })
  .meta({ id: 'Memory' });
export type Memory = z.output<typeof memorySchema>;

export const memoryPageSchema = pageOf(memorySchema).meta({ id: 'MemoryPage' });
export type MemoryPage = z.output<typeof memoryPageSchema>;

/** The narratives of a memory that a person has replaced, oldest first. */
export const earlierNarrativesSchema = z
  .object({ items: z.array(z.object({ narrative: z.string(), replacedAt: timestampSchema })) })
  .meta({ id: 'EarlierNarratives' });
export type EarlierNarratives = z.output<typeof earlierNarrativesSchema>;

/** Query of `GET /memories`; newest first. */
export const memoryQuerySchema = pageQueryOf('memory')
  .extend({
    ownerId: ownerIdSchema.optional(),
    conversationId: idSchema('conversation').optional(),
    projectId: idSchema('project').optional(),
    search: typedTextSchema(200)
      .optional()
      .describe('Words that all occur in the narrative, in any order and case.'),
    since: timestampSchema.optional().describe('Earliest time of creation.'),
    until: timestampSchema.optional().describe('Time before which it was created.'),
    pinned: z
      .enum(['true', 'false'])
      .transform((value) => value === 'true')
      .optional(),
    kept: z
      .enum(['true', 'false'])
      .transform((value) => value === 'true')
      .optional()
      .describe('Whether it was kept when its conversation was deleted.'),
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
