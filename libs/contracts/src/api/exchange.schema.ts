import { z } from 'zod';
import { idSchema, prioritySchema, timestampSchema } from './common.schema.ts';
import { speakerSchema } from './clip.schema.ts';
import { turnTextSchema } from './turn-text.schema.ts';

/** Maximum number of turns in one exchange. */
export const MOST_TURNS = 100;

/** Body of `POST /conversations/{id}/exchanges`. */
export const addExchangeSchema = z
  .object({
    turns: z
      .array(
        z
          .object({
            speaker: speakerSchema,
            text: turnTextSchema().meta({ example: 'Shall we launch on Monday?' }),
          })
          .strict(),
      )
      .min(1)
      .max(MOST_TURNS),
    priority: prioritySchema.optional(),
  })
  .strict()
  .meta({ id: 'AddExchange' });
export type AddExchange = z.output<typeof addExchangeSchema>;

/** Answer of `POST /conversations/{id}/exchanges`. */
export const exchangeSchema = z
  .object({
    id: idSchema('exchange'),
    conversationId: idSchema('conversation'),
    revision: z.number().int().describe('Of the conversation, including this exchange.'),
    turnIds: z.array(idSchema('turn')).describe('In the order of the request.'),
    memoryIds: z
      .array(idSchema('memory'))
      .describe('The memories created from it; empty when it is too short for one.'),
    createdAt: timestampSchema,
  })
  .meta({ id: 'Exchange' });
export type Exchange = z.output<typeof exchangeSchema>;
