import { z } from 'zod';
import { BIN_KINDS } from '../model/bin-kinds.ts';
import {
  idOfSchema,
  idSchema,
  ownerIdSchema,
  pageOf,
  pageQuerySchema,
  timestampSchema,
} from './common.schema.ts';

/** Something that was deleted and can be restored. */
export const binItemSchema = z
  .object({
    kind: z.enum(BIN_KINDS),
    id: idOfSchema(BIN_KINDS),
    ownerId: ownerIdSchema,
    belongsTo: idOfSchema(['conversation', 'project'])
      .nullable()
      .describe(
        'The conversation of an exchange or a clip, that of a memory if it has one, or the project of a document; `null` for all others.',
      ),
    title: z.string().describe('Its title, the name of its file, or the beginning of its text.'),
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
      .regex(/^\d{1,13}\.[a-z]{3}_[0-9a-z]{26}$/, 'must be `nextCursor` of the previous page')
      .optional()
      .describe('`nextCursor` of the previous page.'),
  })
  .meta({ id: 'BinQuery' });
export type BinQuery = z.output<typeof binQuerySchema>;

/** Query of a route that deletes something. */
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

const MOST_KEPT = 100;

/** Query of `DELETE /conversations/{id}`. */
export const deleteConversationQuerySchema = deleteQuerySchema
  .extend({
    keepMemories: z
      .string()
      .transform((ids) => ids.split(','))
      .pipe(z.array(idSchema('memory')).max(MOST_KEPT))
      .optional()
      .describe(
        'Ids of memories, with commas between them, that stay. They belong to no conversation then, also after it is restored.',
      ),
  })
  .meta({ id: 'DeleteConversationQuery' });
export type DeleteConversationQuery = z.output<typeof deleteConversationQuerySchema>;
