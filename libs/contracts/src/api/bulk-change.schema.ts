import { z } from 'zod';
import { BIN_KINDS } from '../model/bin-kinds.ts';
import { BULK_ACTIONS } from '../model/bulk-changes.ts';
import { TASK_STATES } from '../tasks/task-states.ts';
import {
  idOfSchema,
  idSchema,
  ownerIdSchema,
  pageOf,
  pageQueryOf,
  timestampSchema,
  typedTextSchema,
} from './common.schema.ts';
import { taskErrorSchema, taskProgressSchema } from './task-parts.schema.ts';

/** Longer lists are sent in parts, or as a filter. */
const MOST_IDS = 1_000;

const listed = <Schema extends z.ZodType<string>>(id: Schema) =>
  z
    .array(id)
    .min(1)
    .max(MOST_IDS)
    .refine((ids) => new Set(ids).size === ids.length, 'must not name anything twice');

const conversationsSchema = z
  .object({
    projectId: idSchema('project').optional(),
    search: typedTextSchema(200)
      .optional()
      .describe('Words that all occur in the title, the tags or what was said.'),
    archived: z
      .boolean()
      .optional()
      .describe('As in `GET /conversations`: by default those in the list, with `search` all.'),
  })
  .strict()
  .describe('The conversations that `GET /conversations` lists with this filter, as of now.');

const binSchema = z
  .object({
    deletedBy: idSchema('task').optional().describe('Only what this task has deleted.'),
  })
  .strict()
  .describe('What is in the bin, as of now.');

const whose = {
  ownerId: ownerIdSchema
    .optional()
    .describe('Whose things; by default those of all owners. Others are left as they are.'),
};

const ONE_SELECTION = 'must be given by exactly one of its fields';

/** Body of `POST /bulk-changes`. */
export const requestBulkChangeSchema = z
  .discriminatedUnion('action', [
    z
      .object({
        action: z.literal('delete'),
        ...whose,
        ids: listed(idOfSchema(BIN_KINDS)).optional(),
        conversations: conversationsSchema.optional(),
        bin: binSchema.optional().describe('What is in the bin; only with `permanently`.'),
        permanently: z
          .boolean()
          .default(false)
          .describe('`true` removes it for good, also from the bin.'),
      })
      .strict()
      .refine(isOneOf('ids', 'conversations', 'bin'), {
        message: `${ONE_SELECTION}: ids, conversations or bin`,
        path: ['ids'],
      })
      .refine(({ bin, permanently }) => bin === undefined || permanently, {
        message: 'must be true for what is in the bin',
        path: ['permanently'],
      }),
    z
      .object({
        action: z.literal('restore'),
        ...whose,
        ids: listed(idOfSchema(BIN_KINDS)).optional(),
        bin: binSchema.optional(),
      })
      .strict()
      .refine(isOneOf('ids', 'bin'), { message: `${ONE_SELECTION}: ids or bin`, path: ['ids'] }),
    z
      .object({
        action: z.enum(['archive', 'unarchive']),
        ...whose,
        ids: listed(idSchema('conversation')).optional(),
        conversations: conversationsSchema.optional(),
      })
      .strict()
      .refine(isOneOf('ids', 'conversations'), {
        message: `${ONE_SELECTION}: ids or conversations`,
        path: ['ids'],
      }),
  ])
  .meta({ id: 'RequestBulkChange' });
export type RequestBulkChange = z.output<typeof requestBulkChangeSchema>;

/** A change of many things at once. */
export const bulkChangeSchema = z
  .object({
    id: idSchema('bulkChange'),
    ownerId: ownerIdSchema.nullable().describe('Null when it is about things of all owners.'),
    action: z.enum(BULK_ACTIONS),
    permanently: z.boolean(),
    taskId: idSchema('task'),
    state: z.enum(TASK_STATES).describe('State of its task.'),
    progress: taskProgressSchema,
    error: taskErrorSchema.nullable(),
    changed: z.number().int().describe('How many things it has changed so far.'),
    unchanged: z
      .number()
      .int()
      .describe(
        'How many it has left as they were, because they were not there, or like that already.',
      ),
    createdAt: timestampSchema,
  })
  .meta({ id: 'BulkChange' });
export type BulkChange = z.output<typeof bulkChangeSchema>;

export const bulkChangePageSchema = pageOf(bulkChangeSchema).meta({ id: 'BulkChangePage' });
export type BulkChangePage = z.output<typeof bulkChangePageSchema>;

/** Query of `GET /bulk-changes`; newest first. */
export const bulkChangeQuerySchema = pageQueryOf('bulkChange')
  .extend({ ownerId: ownerIdSchema.optional() })
  .meta({ id: 'BulkChangeQuery' });
export type BulkChangeQuery = z.output<typeof bulkChangeQuerySchema>;

function isOneOf<Field extends string>(...fields: readonly Field[]) {
  return (body: { readonly [Name in Field]?: unknown }): boolean =>
    fields.filter((field) => body[field] !== undefined).length === 1;
}
