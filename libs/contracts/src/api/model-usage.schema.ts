import { z } from 'zod';
import { timestampSchema } from './common.schema.ts';

const count = () => z.number().int();
const costSchema = z
  .string()
  .nullable()
  .describe('A decimal, by the prices at that time; null when it is not known.')
  .meta({ example: '0.0123' });

/** What requests to a model have used. */
export const modelUseSchema = z
  .object({
    model: z
      .string()
      .describe('The model as `provider:model`.')
      .meta({ example: 'openai:gpt-5-mini' }),
    requests: count().describe('Requests that the model has answered, wholly or in part.'),
    inputTokens: count().describe('Tokens that it has read, as its provider reports.'),
    outputTokens: count().describe('Tokens that it has written, as its provider reports.'),
    audioMs: count().describe(
      'Audio that a speech service was sent, in milliseconds; 0 for language models.',
    ),
    unreported: count().describe('Requests whose provider did not say what they have used.'),
    cost: costSchema,
    unpriced: count().describe('Requests that the cost does not include.'),
  })
  .meta({ id: 'ModelUse' });
export type ModelUseView = z.output<typeof modelUseSchema>;

const currencySchema = z.string().describe('ISO 4217, of the prices.').meta({ example: 'USD' });

/** Answer of `GET /tasks/{id}/usage`. */
export const taskUsageSchema = z
  .object({ currency: currencySchema, items: z.array(modelUseSchema) })
  .meta({ id: 'TaskUsage' });
export type TaskUsage = z.output<typeof taskUsageSchema>;

const DAYS = { usual: 7, most: 366 };

/** Query of `GET /model-usage`. */
export const modelUsageQuerySchema = z
  .object({
    days: z.coerce
      .number()
      .int()
      .min(1)
      .max(DAYS.most)
      .default(DAYS.usual)
      .describe('Number of days, UTC, including today.'),
  })
  .strict()
  .meta({ id: 'ModelUsageQuery' });
export type ModelUsageQuery = z.output<typeof modelUsageQuerySchema>;

/** Answer of `GET /model-usage`: what models have used, by day, and the limits. */
export const modelUsageSchema = z
  .object({
    currency: currencySchema,
    resetsAt: timestampSchema.describe('Start of the next day, when the limits begin anew.'),
    limits: z
      .object({
        tokensPerDay: count().nullable(),
        costPerDay: z.string().nullable(),
        ownerTokensPerDay: count().nullable(),
      })
      .describe('After which no model is asked on that day; null when there is no limit.'),
    items: z
      .array(modelUseSchema.extend({ day: z.iso.date() }).meta({ id: 'DailyModelUse' }))
      .describe('The latest day first; days without a request are left out.'),
  })
  .meta({ id: 'ModelUsage' });
export type ModelUsage = z.output<typeof modelUsageSchema>;
