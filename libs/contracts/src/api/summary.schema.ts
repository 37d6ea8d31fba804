import { z } from 'zod';
import { idSchema, timestampSchema } from './common.schema.ts';

/** A segment of a recording that a point of a summary is based on. */
export const citedSegmentSchema = z
  .object({
    turnId: idSchema('turn'),
    segmentId: idSchema('segment').describe(
      'It may no longer exist: a recording that is transcribed again has other segments.',
    ),
    startMs: z.number().int().describe('Where it is heard: from the start of the clip.'),
  })
  .meta({ id: 'CitedSegment' });

const pointShape = {
  text: z.string(),
  turnIds: z.array(z.string()).describe('The turns that it is based on, in order.'),
  segments: z
    .array(citedSegmentSchema)
    .describe(
      'The segments of recorded turns that it is based on, in order. Typed turns are in `turnIds` only.',
    ),
};

export const summaryPointSchema = z.object(pointShape).meta({ id: 'SummaryPoint' });

export const actionItemSchema = z
  .object({
    ...pointShape,
    who: z
      .string()
      .nullable()
      .describe('Who is responsible for it; null when the conversation does not say.'),
    when: z
      .string()
      .nullable()
      .describe('When it is due, in the words of the conversation; null when it does not say.'),
  })
  .meta({ id: 'ActionItem' });

/** Summary of a conversation at one revision of its text. */
export const summarySchema = z
  .object({
    id: idSchema('summary'),
    conversationId: idSchema('conversation'),
    revision: z.number().int().describe('Revision of the text that was summarised.'),
    current: z.boolean().describe('Whether the text is unchanged since then.'),
    overview: z.string(),
    keyPoints: z.array(summaryPointSchema),
    decisions: z.array(summaryPointSchema),
    actionItems: z.array(actionItemSchema),
    turnCount: z.number().int().describe('Number of turns covered: all that had text at the time.'),
    engine: z.string(),
    taskId: idSchema('task'),
    createdAt: timestampSchema,
  })
  .meta({ id: 'Summary' });
export type Summary = z.output<typeof summarySchema>;
