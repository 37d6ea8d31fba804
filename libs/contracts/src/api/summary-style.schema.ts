import { z } from 'zod';
import { DEFAULT_TEMPLATE, SUMMARY_TEMPLATES } from '../model/summary-forms.ts';
import { typedTextSchema } from './common.schema.ts';

export const summaryTemplateSchema = z
  .enum(SUMMARY_TEMPLATES)
  .describe(
    '`brief`: three key points and what is certain; `detailed`: up to ten key points, decisions and action items; `minutes`: attendees, topics, decisions and action items.',
  );

/** How somebody wants summaries. */
export const summaryStyleSchema = z
  .strictObject({
    template: summaryTemplateSchema.default(DEFAULT_TEMPLATE),
    prompt: typedTextSchema(2_000)
      .nullable()
      .default(null)
      .describe('What else a language model is to do; null for nothing. The rules follow none.'),
  })
  .meta({ id: 'SummaryStyle' });

/** Of a thing whose next larger one decides when it has none. */
export const ownSummaryStyleSchema = summaryStyleSchema
  .nullable()
  .describe(
    'How summaries are made. That of a conversation wins over that of its project; null for nothing of its own. It takes effect with the next summary.',
  );
