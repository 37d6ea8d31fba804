import { z } from 'zod';
import { FACT_DECISIONS } from '../model/facts.ts';
import { ENTRY_STATES, HOLD_REASONS } from '../model/reports.ts';
import { idSchema, timestampSchema } from './common.schema.ts';
import { factDateSchema, factValueSchema } from './fact.schema.ts';

const figureValueSchema = z.union([
  factValueSchema,
  z.object({ kind: z.literal('date'), on: factDateSchema }),
  z.object({ kind: z.literal('text'), text: z.string() }),
]);

const entryIds = z.array(z.string()).describe('Ids of the entries that it was computed from.');

/** A value that a report shows, and what it follows from. */
export const figureSchema = z
  .object({
    label: z.string(),
    value: figureValueSchema.nullable(),
    entries: entryIds,
    how: z.string().describe('How it was computed.'),
    note: z.string().exactOptional(),
    tone: z.enum(['good', 'bad']).exactOptional(),
  })
  .meta({ id: 'Figure' });

const blockFields = { key: z.string(), title: z.string() };

const reportBlockSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('bars'),
      ...blockFields,
      bars: z.array(
        z.object({
          label: z.string(),
          value: figureSchema,
          more: figureSchema.nullable(),
          reference: figureSchema.nullable(),
        }),
      ),
    }),
    z.object({
      kind: z.literal('months'),
      ...blockFields,
      months: z.array(
        z.object({
          month: z.string(),
          value: figureSchema,
          cumulative: figureSchema,
          planned: figureSchema.nullable(),
          forecast: z.boolean(),
        }),
      ),
    }),
    z.object({
      kind: z.literal('timeline'),
      ...blockFields,
      items: z.array(
        z.object({
          label: z.string(),
          on: figureSchema,
          moved: z.array(figureSchema),
          status: z.string().nullable(),
        }),
      ),
    }),
    z.object({
      kind: z.literal('table'),
      ...blockFields,
      note: z.string().optional().describe('A sentence under the title.'),
      columns: z.array(z.object({ key: z.string(), label: z.string() })),
      rows: z.array(
        z.object({
          group: z.string().nullable(),
          entryId: z.string().nullable(),
          cells: z.record(z.string(), figureSchema),
        }),
      ),
      empty: z.string(),
    }),
  ])
  .meta({ id: 'ReportBlock' });

/** One statement of a report: facts that say the same, or an item of the plan. */
export const reportEntrySchema = z
  .object({
    id: z.string(),
    factIds: z.array(idSchema('fact')),
    type: z.string(),
    label: z.string(),
    value: factValueSchema.nullable(),
    on: factDateSchema.nullable(),
    who: z.string().nullable(),
    status: z.string().nullable(),
    category: z.string().nullable(),
    state: z.enum(ENTRY_STATES),
    held: z.enum(HOLD_REASONS).nullable(),
    supersededBy: z.string().nullable(),
    disputes: z.array(z.string()),
    decided: z.enum(FACT_DECISIONS).nullable(),
    saidOn: z.iso.date().nullable(),
    saidAt: timestampSchema.nullable(),
  })
  .meta({ id: 'ReportEntry' });

/** What a dashboard shows. */
export const reportContentSchema = z
  .object({
    figures: z.array(figureSchema),
    blocks: z.array(reportBlockSchema),
    entries: z.array(reportEntrySchema),
  })
  .meta({ id: 'ReportContent' });
