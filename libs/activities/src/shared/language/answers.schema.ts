import { z } from 'zod';
import { actionItemSchema, summaryPointSchema } from '#contracts/api';
import { CORRECTION_RULES, SIGNIFICANCES } from '#contracts/model';

/** Schemas of the answers of engines that are stored. */
export const correctedTextsSchema = z.array(
  z.object({
    text: z.string(),
    changes: z.array(
      z.object({ rule: z.enum(CORRECTION_RULES), before: z.string(), after: z.string() }),
    ),
  }),
);

export const summaryContentSchema = z.object({
  overview: z.string(),
  keyPoints: z.array(summaryPointSchema),
  decisions: z.array(summaryPointSchema),
  actionItems: z.array(actionItemSchema),
});

export const scoreSchema = z.object({
  significance: z.literal([...SIGNIFICANCES]),
  reason: z.string(),
});
