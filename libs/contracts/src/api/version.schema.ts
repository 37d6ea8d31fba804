import { z } from 'zod';
import { idSchema, pageOf, pageQueryOf, timestampSchema } from './common.schema.ts';
import { TEXT_LAYERS, textLayersSchema } from './transcript.schema.ts';

/** A segment of an earlier version of a text. */
export const earlierSegmentSchema = z
  .object({
    startMs: z.number().int().describe('From the start of the clip; 0 in a typed turn.'),
    endMs: z.number().int(),
    text: z.string().describe('The highest layer that was present.'),
    layer: z.enum(TEXT_LAYERS),
    layers: textLayersSchema,
    confidence: z.number().min(0).max(1),
    speaker: z
      .string()
      .exactOptional()
      .describe('Who spoke, where turns of several speakers have become one.'),
  })
  .meta({ id: 'EarlierSegment' });

/** The text of a turn before a task replaced it. */
export const textVersionSchema = z
  .object({
    id: idSchema('version'),
    conversationId: idSchema('conversation'),
    turnId: idSchema('turn'),
    clipId: idSchema('clip').nullable().describe('Null when the turn was typed.'),
    revision: z
      .number()
      .int()
      .describe('The last revision of the conversation that had this text.'),
    replacedByTaskId: idSchema('task').describe('The task that replaced the text.'),
    createdAt: timestampSchema.describe('When it was replaced.'),
    segments: z.array(earlierSegmentSchema),
  })
  .meta({ id: 'TextVersion' });
export type TextVersion = z.output<typeof textVersionSchema>;

export const textVersionPageSchema = pageOf(textVersionSchema).meta({ id: 'TextVersionPage' });
export type TextVersionPage = z.output<typeof textVersionPageSchema>;

/** Query of the versions of a turn; newest first. Pages are small, as each may be a long text. */
export const textVersionQuerySchema = pageQueryOf('version')
  .extend({ limit: z.coerce.number().int().min(1).max(50).default(10) })
  .meta({ id: 'TextVersionQuery' });
export type TextVersionQuery = z.output<typeof textVersionQuerySchema>;
