import { z } from 'zod';
import { DOCUMENT_FORMATS, DOCUMENT_WARNING_CODES } from '#contracts/model';
import { UNREADABLE_CODES } from '../unreadable-codes.ts';

const partSchema = z.object({
  kind: z.literal('part'),
  place: z.object({
    sheet: z.string().exactOptional(),
    row: z.int().exactOptional(),
    page: z.int().exactOptional(),
    line: z.int().exactOptional(),
  }),
  text: z.string(),
  cells: z.array(z.object({ column: z.string(), text: z.string() })).nullable(),
});

const endSchema = z.object({
  kind: z.literal('end'),
  format: z.enum(DOCUMENT_FORMATS),
  truncated: z.boolean(),
  warnings: z.array(z.object({ code: z.enum(DOCUMENT_WARNING_CODES), message: z.string() })),
});

const unreadableSchema = z.object({
  kind: z.literal('unreadable'),
  code: z.enum(UNREADABLE_CODES),
  message: z.string(),
});

/** A line of the output of the reading process. The last one is no part. */
export const readingMessageSchema = z.discriminatedUnion('kind', [
  partSchema,
  endSchema,
  unreadableSchema,
]);
export type ReadingMessage = z.output<typeof readingMessageSchema>;
