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

/** The corrected text of a single piece. Small models do not find the end of a list of one. */
export const singleCorrectionSchema = z.object({ text: z.string() });

/** A summary whose points refer to turns by number. */
export const summaryAnswerSchema = z.object({
  overview: text(),
  // Models that do not keep to a schema may leave it out.
  topics: z.preprocess(
    (given) => given ?? [],
    z.array(z.string()).describe('What it is about, in one to four words each.'),
  ),
  keyPoints: z.array(point),
  decisions: z.array(point),
  actionItems: z.array(actionItem),
});

/** A score. The reason precedes the number, so that the model derives the number from it. */
export const scoreAnswerSchema = z.object({
  reason: text().describe('One sentence.'),
  significance: z.literal(SIGNIFICANCES),
});

/** Models write numbers as text or as numbers, whatever the schema says. */
const decimal = (what: string) => z.union([z.string(), z.number()]).nullable().describe(what);

const stated = (what: string) => z.string().nullable().describe(what);

/** The facts of a passage. Fields of values that a fact does not have are null. */
export const factsAnswerSchema = z.object({
  facts: z.array(
    z.object({
      line: z.number().describe('Number n of the line that states it.'),
      quote: z.string().describe('The words of that line that state it, copied exactly.'),
      type: z.string().describe('Name of its type.'),
      label: z.string().describe('What it is about, in two to five words of the line.'),
      amount: decimal('Amount of money as a decimal number without separators, such as 12000.50.'),
      upTo: decimal('Upper end of a range of money; amount is its lower end.'),
      currency: stated('ISO 4217 code of the currency.'),
      per: stated('hour, day, week, month, quarter or year, if the amount is paid each time.'),
      percent: decimal('A share in percent.'),
      quantity: decimal('A counted or measured number that is not money.'),
      unit: stated('Unit of the quantity in the singular, such as user.'),
      date: stated('When it is due or happens: YYYY-MM-DD, the first day of a longer time.'),
      datePrecision: stated('day, month, quarter or year: how exactly the date is stated.'),
      who: stated('Who is responsible or concerned, as named in the line, or its speaker.'),
      status: stated('One of the statuses of the type.'),
      category: stated('One of the categories.'),
      certain: z.boolean().describe('False if it is a guess, a question, an idea or a joke.'),
      corrects: z.boolean().describe('Whether it says that it replaces an earlier statement.'),
    }),
  ),
});

export type FactsAnswer = z.output<typeof factsAnswerSchema>;
export type SingleCorrectionAnswer = z.output<typeof singleCorrectionSchema>;
export type CorrectionAnswer = z.output<typeof correctionAnswerSchema>;
export type SummaryAnswer = z.output<typeof summaryAnswerSchema>;
