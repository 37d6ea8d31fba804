import { z } from 'zod';
import { CERTAINTIES, DATE_PRECISIONS, RATES } from '#contracts/model';

const decimal = z.string().regex(/^-?\d+(?:\.\d+)?$/);

const value = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('money'),
    amount: decimal,
    upTo: decimal.optional(),
    currency: z.string().length(3),
    per: z.enum(RATES).optional(),
  }),
  z.strictObject({ kind: z.literal('percent'), percent: decimal }),
  z.strictObject({ kind: z.literal('quantity'), quantity: decimal, unit: z.string() }),
]);

const expectedFact = z.strictObject({
  type: z.string(),
  /** Words that must all occur in the label, in any case. */
  label: z.string().optional(),
  value: value.nullable().optional(),
  on: z
    .strictObject({ date: z.iso.date(), precision: z.enum(DATE_PRECISIONS) })
    .nullable()
    .optional(),
  certainty: z.enum(CERTAINTIES).optional(),
  status: z.string().nullable().optional(),
  who: z.string().optional(),
});

const agentCase = z.strictObject({
  id: z.string(),
  /** What makes it hard, such as `negated`; scores are shown by kind. */
  kind: z.string(),
  said: z
    .array(z.strictObject({ speaker: z.string().nullable(), text: z.string(), date: z.iso.date() }))
    .min(1),
  /** ISO 4217, of the project; EUR by default. */
  currency: z.string().length(3).optional(),
  expect: z.array(expectedFact),
});

/** A fact that must be read. Fields that are not given may have any value; `null` stands for none. */
export type ExpectedFact = z.infer<typeof expectedFact>;

/** What was said, and the facts that are in it; none when `expect` is empty. */
export type AgentCase = z.infer<typeof agentCase>;

/**
 * Reads a file of cases.
 * @throws ZodError or SyntaxError when it is not one
 */
export function parseCases(json: string): readonly AgentCase[] {
  return z.array(agentCase).parse(JSON.parse(json));
}
