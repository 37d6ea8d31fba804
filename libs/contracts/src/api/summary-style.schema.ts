import { z } from 'zod';
import { DEFAULT_TEMPLATE, SUMMARY_TEMPLATES } from '../model/summary-forms.ts';
import { typedTextSchema } from './common.schema.ts';

export const summaryTemplateSchema = z
  .enum(SUMMARY_TEMPLATES)
  .describe(
    '`brief`: three key points and what is certain; `detailed`: up to ten key points, decisions and action items; `minutes`: attendees, topics, decisions and action items.',
  );

const promptSchema = typedTextSchema(2_000)
  .nullable()
  .describe('What else a language model is to do; null for nothing. The rules follow none.');

const DESCRIPTION =
  'How summaries are made. That of a conversation wins over that of its project; null for nothing of its own. It takes effect with the next summary.';

/** How the summaries of a conversation or project are made; null for nothing of its own. */
export const summaryStyleSchema = z
  .object({ template: summaryTemplateSchema, prompt: promptSchema })
  .meta({ id: 'SummaryStyle' })
  .nullable()
  .describe(DESCRIPTION);

/** The same as a person sets it. */
export const setSummaryStyleSchema = z
  .strictObject({
    template: summaryTemplateSchema.default(DEFAULT_TEMPLATE),
    prompt: promptSchema.default(null),
  })
  .nullable()
  .describe(DESCRIPTION);
