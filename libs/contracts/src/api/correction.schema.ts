import { z } from 'zod';
import { CORRECTION_REFUSALS, CORRECTION_RULES, SPAN_OUTCOMES } from '../model/corrections.ts';
import { idSchema, timestampSchema } from './common.schema.ts';

const placeSchema = z.number().int().min(0);

export const correctionChangeSchema = z
  .object({
    start: placeSchema
      .nullable()
      .describe(
        'Where it starts in the text as heard, in UTF-16 code units. Null for changes of versions that did not store their place; these cannot be undone one by one.',
      ),
    end: placeSchema.nullable().describe('Where it ends, exclusive.'),
    before: z.string().describe('The text as heard; empty when something was added.'),
    after: z.string().describe('What replaces it, or would have; empty when it is taken out.'),
    outcome: z
      .enum(SPAN_OUTCOMES)
      .describe('`taken`, `refused` by the guard, or `undone` by a person.'),
    rule: z
      .enum(CORRECTION_RULES)
      .nullable()
      .describe(
        'The rule that proves that it cannot change the meaning; null when it was refused.',
      ),
    reason: z.enum(CORRECTION_REFUSALS).nullable().describe('Why it was refused; null otherwise.'),
    engine: z.string(),
    taskId: idSchema('task'),
    createdAt: timestampSchema,
  })
  .meta({ id: 'CorrectionChange' });
export type CorrectionChange = z.output<typeof correctionChangeSchema>;

/** What the latest correction of a segment has changed, and what it was not allowed to change. */
export const segmentCorrectionsSchema = z
  .object({
    segmentId: idSchema('segment'),
    raw: z.string().describe('The text as heard or typed.'),
    changes: z.array(correctionChangeSchema).describe('In the order of the text.'),
  })
  .meta({ id: 'SegmentCorrections' });
export type SegmentCorrections = z.output<typeof segmentCorrectionsSchema>;

/** Undoes one change of a correction, or takes it again. */
export const undoChangeSchema = z
  .strictObject({
    start: placeSchema.describe('`start` of the change.'),
    end: placeSchema.describe('`end` of the change.'),
    undone: z.boolean().describe('`true` restores what was heard there; `false` takes it again.'),
  })
  .meta({ id: 'UndoChange' });
export type UndoChange = z.output<typeof undoChangeSchema>;
