import { z } from 'zod';
import { SUMMARY_TEMPLATES } from '../model/summary-forms.ts';

/** How people want summaries. Null, or absent in exports of earlier versions, where nobody has said. */
export const exportedSummaryStyleSchema = z
  .strictObject({ template: z.enum(SUMMARY_TEMPLATES), prompt: z.string().nullable() })
  .nullable()
  .optional();
