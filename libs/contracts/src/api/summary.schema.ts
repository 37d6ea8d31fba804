import { z } from 'zod';
import { idSchema, timestampSchema } from './common.schema.ts';

const pointShape = {
  text: z.string(),
  turnIds: z.array(z.string()).describe('The turns that it rests on, in their order.'),
};

export const summaryPointSchema = z.object(pointShape).meta({ id: 'SummaryPoint' });

export const actionItemSchema = z
  .object({
    ...pointShape,
    who: z.string().nullable().describe('Who is to do it; null when the conversation is silent.'),
    when: z.string().nullable().describe('By when, in the words of the conversation.'),
  })
  .meta({ id: 'ActionItem' });

/** What a conversation came to, at a revision of its text. */
export const summarySchema = z
  .object({
    id: idSchema('summary'),
    conversationId: idSchema('conversation'),
    revision: z.number().int().describe('Of the text that it was made from.'),
    current: z.boolean().describe('Whether the text has not changed since.'),
    overview: z.string(),
    keyPoints: z.array(summaryPointSchema),
    decisions: z.array(summaryPointSchema),
    actionItems: z.array(actionItemSchema),
    turnCount: z.number().int().describe('How many turns it covers: all that had words then.'),
    engine: z.string(),
    taskId: idSchema('task'),
    createdAt: timestampSchema,
  })
  .meta({ id: 'Summary' });
export type Summary = z.output<typeof summarySchema>;
