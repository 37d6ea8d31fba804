import { z } from 'zod';
import { DROP_REASONS } from '../model/facts.ts';
import { MOST_GAPS } from '../model/reports.ts';
import { idSchema } from './common.schema.ts';
import { documentPlaceSchema } from './document.schema.ts';
import { errorCodeSchema } from './task-parts.schema.ts';

const linePlaceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('spoken'),
    conversationId: idSchema('conversation'),
    turnId: idSchema('turn'),
  }),
  z.object({
    kind: z.literal('written'),
    documentId: idSchema('document'),
    place: documentPlaceSchema,
  }),
]);

/** Which statements and sources a report lacks. */
export const reportGapsSchema = z
  .object({
    statements: z
      .array(
        z.object({ reason: z.enum(DROP_REASONS), at: linePlaceSchema, sourceName: z.string() }),
      )
      .readonly()
      .describe('What was left out, and where a source was named for it.'),
    sources: z
      .array(
        z.object({
          ...{ id: z.string(), name: z.string(), errorCode: errorCodeSchema },
          reason: z.string().describe('The error in a sentence.'),
        }),
      )
      .readonly()
      .describe('Conversations and documents that could not be read.'),
  })
  .describe(`At most ${MOST_GAPS} of each; the counts have all.`)
  .meta({ id: 'ReportGaps' });
