import { z } from 'zod';
import {
  idSchema,
  ownerIdSchema,
  pageOf,
  pageQuerySchema,
  timestampSchema,
} from './common.schema.ts';

/** A deleted conversation that can be restored. */
export const binItemSchema = z
  .object({
    id: idSchema('conversation'),
    ownerId: ownerIdSchema,
    title: z.string(),
    deletedAt: timestampSchema,
    keptUntil: timestampSchema.describe('It is removed for good in the night after that.'),
  })
  .meta({ id: 'BinItem' });
export type BinItem = z.output<typeof binItemSchema>;

export const binPageSchema = pageOf(binItemSchema).meta({ id: 'BinPage' });
export type BinPage = z.output<typeof binPageSchema>;

/** Query of `GET /bin`; most recently deleted first. */
export const binQuerySchema = pageQuerySchema
  .extend({
    ownerId: ownerIdSchema.optional(),
    cursor: z
      .string()
      .regex(/^\d{1,13}\.cnv_[0-9a-z]{26}$/, 'must be `nextCursor` of the previous page')
      .optional()
      .describe('`nextCursor` of the previous page.'),
  })
  .meta({ id: 'BinQuery' });
export type BinQuery = z.output<typeof binQuerySchema>;

/** Query of `DELETE /conversations/{id}`. */
export const deleteQuerySchema = z
  .object({
    permanently: z
      .enum(['true', 'false'])
      .transform((value) => value === 'true')
      .optional()
      .describe('`true` removes it for good, also from the bin.'),
  })
  .meta({ id: 'DeleteQuery' });
export type DeleteQuery = z.output<typeof deleteQuerySchema>;
