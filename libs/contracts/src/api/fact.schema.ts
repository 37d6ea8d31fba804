import { z } from 'zod';
import { CERTAINTIES, DATE_PRECISIONS, RATES, type Fact } from '../model/facts.ts';
import {
  idSchema,
  pageOf,
  pageQuerySchema,
  timestampSchema,
  typedTextSchema,
} from './common.schema.ts';
import { documentPlaceSchema } from './document.schema.ts';
import { currencySchema } from './project.schema.ts';

const decimalSchema = z
  .string()
  .regex(/^-?\d{1,18}(\.\d{1,6})?$/, 'must be a decimal number without separators')
  .meta({ example: '12000.00' });

/** A date as far as it was said. */
export const factDateSchema = z
  .object({ date: z.iso.date(), precision: z.enum(DATE_PRECISIONS) })
  .strict()
  .meta({ id: 'FactDate' });

/** The value of a fact: money, a share or a quantity. */
export const factValueSchema = z
  .discriminatedUnion('kind', [
    z
      .object({
        kind: z.literal('money'),
        amount: decimalSchema,
        upTo: decimalSchema.exactOptional().describe('The upper end of a range.'),
        currency: currencySchema,
        per: z.enum(RATES).exactOptional(),
      })
      .strict(),
    z.object({ kind: z.literal('percent'), percent: decimalSchema }).strict(),
    z
      .object({ kind: z.literal('quantity'), quantity: decimalSchema, unit: z.string().max(60) })
      .strict(),
  ])
  .meta({ id: 'FactValue' });

/** The fields of a fact that a person may correct; those that are left out stay as they were read. */
export const factCorrectionSchema = z
  .object({
    type: typedTextSchema(40).exactOptional(),
    label: typedTextSchema(200).exactOptional(),
    value: factValueSchema.nullable().exactOptional(),
    on: factDateSchema.nullable().exactOptional(),
    who: typedTextSchema(100).nullable().exactOptional(),
    status: typedTextSchema(40).nullable().exactOptional(),
    category: typedTextSchema(100).nullable().exactOptional(),
  })
  .strict()
  .meta({ id: 'FactCorrection' });

const decisionOf = (correction: typeof factCorrectionSchema) =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('confirmed') }).strict(),
    z.object({ kind: z.literal('rejected') }).strict(),
    z.object({ kind: z.literal('corrected'), correction }).strict(),
    z
      .object({
        kind: z.literal('sameAs'),
        factId: idSchema('fact').describe('The fact that says the same.'),
      })
      .strict(),
  ]);

/** A decision as it was stored. */
export const factDecisionSchema = decisionOf(factCorrectionSchema).meta({ id: 'FactDecision' });

/** Body of `PUT /projects/{id}/facts/{factId}/decision`: what a person decides about a fact. */
export const decideFactSchema = decisionOf(
  factCorrectionSchema
    .refine((correction) => Object.keys(correction).length > 0, 'must correct at least one field')
    .meta({ id: 'CorrectFact', minProperties: 1 }),
).meta({ id: 'DecideFact' });
export type DecideFact = z.output<typeof decideFactSchema>;

const segmentSpanSchema = z.object({
  segmentId: idSchema('segment'),
  start: z.number().int(),
  end: z.number().int(),
});

const spanSchema = z.object({ start: z.number().int(), end: z.number().int() });

/** Where a fact was said or written. */
export const citationSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('spoken'),
      conversationId: idSchema('conversation'),
      turnId: idSchema('turn'),
      quote: z.array(segmentSpanSchema),
      value: z.array(segmentSpanSchema).describe('The words of the value within the quote.'),
      clipId: idSchema('clip').nullable().describe('Null for a typed turn.'),
      startMs: z.number().int().nullable(),
      endMs: z.number().int().nullable(),
    }),
    z.object({
      kind: z.literal('written'),
      documentId: idSchema('document'),
      part: z.number().int(),
      column: z.string().nullable().describe('Of the cell of its value, in a row of a table.'),
      start: z.number().int(),
      end: z.number().int(),
      value: spanSchema.nullable(),
    }),
  ])
  .meta({ id: 'Citation' });

/** A statement that an agent found in a conversation or document, with its place. */
export const factSchema = z
  .object({
    id: idSchema('fact'),
    type: z.string(),
    label: z.string(),
    value: factValueSchema.nullable(),
    on: factDateSchema.nullable().describe('When it is due, happens or has happened.'),
    who: z.string().nullable(),
    status: z.string().nullable(),
    category: z.string().nullable(),
    certainty: z.enum(CERTAINTIES),
    corrects: z.boolean().describe('Whether it says that it replaces an earlier statement.'),
    clear: z.boolean().describe('False when its value was heard with a low confidence.'),
    quote: z.string(),
    citation: citationSchema,
    speaker: z.string().nullable(),
    saidOn: z.iso.date(),
    saidAt: timestampSchema,
    decision: factDecisionSchema.nullable(),
  })
  .meta({ id: 'Fact' });
/** A fact as the gateway answers it. */
export type FactView = Fact;

export const factPageSchema = pageOf(factSchema).meta({ id: 'FactPage' });
/** The same as the gateway answers it. */
export interface FactPage extends Omit<z.output<typeof factPageSchema>, 'items'> {
  readonly items: readonly FactView[];
}

/** Maximum number of ids in {@link factQuerySchema}. */
const MAX_FACT_IDS = 200;

/** Ids of facts, separated by commas. */
const factIdsSchema = z
  .string()
  .max(MAX_FACT_IDS * 31)
  .transform((ids) => ids.split(','))
  .pipe(z.array(idSchema('fact')).max(MAX_FACT_IDS));

/** Query of `GET /projects/{id}/facts`; in the order in which they were said. */
export const factQuerySchema = pageQuerySchema
  .extend({
    agent: z.string().max(40).optional(),
    type: z.string().max(40).optional(),
    ids: factIdsSchema.optional().describe('Ids of facts, separated by commas; at most 200.'),
  })
  .meta({ id: 'FactQuery' });
export type FactQuery = z.output<typeof factQuerySchema>;

/** A line of the source of a fact. */
const evidenceLineSchema = z.object({
  turnId: idSchema('turn').nullable(),
  part: z.number().int().nullable(),
  place: documentPlaceSchema.nullable(),
  speaker: z.string().nullable(),
  text: z.string(),
  quote: spanSchema.nullable().describe('Where the quote is in the text of this line.'),
  value: spanSchema.nullable(),
});

/** A fact with its source: what opens when a number is clicked. */
export const factEvidenceSchema = z
  .object({
    fact: factSchema,
    agent: z.string(),
    lines: z.array(evidenceLineSchema).describe('The lines around it, its own included.'),
    source: z.object({
      conversationId: idSchema('conversation').nullable(),
      documentId: idSchema('document').nullable(),
      title: z.string(),
    }),
    audio: z
      .object({
        clipId: idSchema('clip'),
        startMs: z.number().int(),
        endMs: z.number().int(),
      })
      .nullable()
      .describe('Null when it was typed or written.'),
  })
  .meta({ id: 'FactEvidence' });
/** The same as the gateway answers it. */
export interface FactEvidence extends Omit<z.output<typeof factEvidenceSchema>, 'fact'> {
  readonly fact: FactView;
}
export type EvidenceLine = FactEvidence['lines'][number];
