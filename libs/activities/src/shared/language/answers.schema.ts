import { z } from 'zod';
import {
  actionItemSchema,
  citedSegmentSchema,
  decisionSchema,
  factDateSchema,
  factValueSchema,
  summaryPointSchema,
} from '#contracts/api';
import { CERTAINTIES, LEFT_OUT_REASONS, SIGNIFICANCES } from '#contracts/model';

/** Schemas of the answers of engines that are stored. */
export const correctedTextsSchema = z.array(z.object({ text: z.string() })).readonly();

/** Absent of typed turns. */
const segments = z.array(citedSegmentSchema).exactOptional();
const pointSchema = summaryPointSchema.extend({ segments });

export const summaryContentSchema = z.object({
  overview: z.string(),
  attendees: z.array(z.string()).exactOptional(),
  topics: z.array(z.string()).exactOptional(),
  keyPoints: z.array(pointSchema),
  // An engine need not state how certain it is.
  decisions: z.array(decisionSchema.partial({ certainty: true }).extend({ segments })),
  actionItems: z.array(actionItemSchema.partial({ certainty: true }).extend({ segments })),
});

export const checkedSummarySchema = z.object({
  content: summaryContentSchema,
  leftOut: z.partialRecord(z.enum(LEFT_OUT_REASONS), z.number()),
});

const placesSchema = z.record(z.string(), z.object({ from: z.number(), to: z.number() }));

/** With where what it cites is in the text of its part. */
export const checkedPartSchema = checkedSummarySchema.extend({
  places: z.object({ turns: placesSchema, segments: placesSchema }),
});

export const scoreSchema = z.object({
  significance: z.literal([...SIGNIFICANCES]),
  /** Answers that earlier versions have stored have none. */
  value: z.number().nullable().default(null),
  reason: z.string(),
});

/** Drafts of facts; their content is checked against the passage. */
export const factDraftsSchema = z.array(
  z.object({
    line: z.number(),
    quote: z.string(),
    type: z.string(),
    label: z.string(),
    value: factValueSchema.nullable(),
    on: factDateSchema.nullable(),
    who: z.string().nullable(),
    status: z.string().nullable(),
    category: z.string().nullable(),
    certainty: z.enum(CERTAINTIES),
    corrects: z.boolean(),
  }),
);
