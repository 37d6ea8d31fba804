import { z } from 'zod';
import { CERTAINTIES } from '../model/facts.ts';
import { idSchema, timestampSchema, typedTextSchema } from './common.schema.ts';
import {
  actionItemSchema,
  citedSegmentSchema,
  decisionSchema,
  summaryPointSchema,
} from './summary.schema.ts';

const MOST_POINTS = 200;

const point = {
  text: typedTextSchema(2_000),
  turnIds: z
    .array(idSchema('turn'))
    .max(MOST_POINTS)
    .default([])
    .describe(
      'The turns that it is based on, as they were read; none for what a person has added.',
    ),
  segments: z.array(citedSegmentSchema).max(MOST_POINTS).default([]),
};
const certainty = z.enum(CERTAINTIES).default('certain');
const words = typedTextSchema(200).nullable().default(null);
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(MOST_POINTS);

/** Body of `PATCH /conversations/{id}/summary`: parts that are left out stay unchanged. */
export const editSummarySchema = z
  .object({
    overview: typedTextSchema(10_000),
    attendees: list(typedTextSchema(200)),
    topics: list(typedTextSchema(200)),
    keyPoints: list(z.strictObject(point)),
    decisions: list(z.strictObject({ ...point, certainty })),
    actionItems: list(z.strictObject({ ...point, certainty, who: words, when: words })),
  })
  .partial()
  .strict()
  .refine((change) => Object.keys(change).length > 0, 'must name a part to change')
  .meta({ id: 'EditSummary' });
export type EditSummary = z.output<typeof editSummarySchema>;

/** What a person has made of a summary at one time. */
export const summaryEditSchema = z
  .object({
    id: idSchema('summaryEdit'),
    editedAt: timestampSchema,
    summaryId: idSchema('summary').describe('The summary that was edited; it may no longer exist.'),
    revision: z.number().int().describe('Revision of the text of that summary.'),
    content: z
      .object({
        overview: z.string(),
        attendees: z.array(z.string()),
        topics: z.array(z.string()),
        keyPoints: z.array(summaryPointSchema),
        decisions: z.array(decisionSchema),
        actionItems: z.array(actionItemSchema),
      })
      .nullable()
      .describe('Null where a person has taken the newest summary again.'),
  })
  .meta({ id: 'SummaryEdit' });

/** Everything that people have made of the summaries of a conversation, oldest first. */
export const summaryEditListSchema = z
  .object({ items: z.array(summaryEditSchema) })
  .meta({ id: 'SummaryEditList' });
export type SummaryEditList = z.output<typeof summaryEditListSchema>;
