import { z } from 'zod';
import { SIGNIFICANCES } from '#contracts/model';

/**
 * The schemas of model answers. Servers with strict schemas support neither optional fields nor
 * limits on length or range, so the schemas have none; such constraints are checked where an answer
 * is used.
 */
const text = () => z.string().refine((value) => value.trim() !== '', 'must not be blank');

const sources = () => z.array(z.number()).describe('Numbers of the turns that this rests on.');

const point = z.object({ text: text(), sources: sources() });

const actionItem = z.object({
  text: text(),
  who: z.string().nullable().describe('Who is to do it; null when it is not said.'),
  when: z.string().nullable().describe('By when, in the words used; null when it is not said.'),
  sources: sources(),
});

/** One corrected text for each numbered piece. */
export const correctionAnswerSchema = z.object({
  texts: z.array(z.object({ n: z.number(), text: z.string() })),
});

/** A summary whose points refer to turns by number. */
export const summaryAnswerSchema = z.object({
  overview: text(),
  keyPoints: z.array(point),
  decisions: z.array(point),
  actionItems: z.array(actionItem),
});

/** A score. The reason precedes the number, so that the model derives the number from it. */
export const scoreAnswerSchema = z.object({
  reason: text().describe('One sentence.'),
  significance: z.literal(SIGNIFICANCES),
});

export type CorrectionAnswer = z.output<typeof correctionAnswerSchema>;
export type SummaryAnswer = z.output<typeof summaryAnswerSchema>;
