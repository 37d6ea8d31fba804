import { z } from 'zod';
import { DEFAULT_OWNER_ID } from '../model/ids.ts';
import { IMPORT_FORMATS } from '../model/imports.ts';
import { TASK_STATES } from '../tasks/task-states.ts';
import {
  idSchema,
  ownerIdSchema,
  pageOf,
  pageQueryOf,
  timestampSchema,
  typedTextSchema,
} from './common.schema.ts';
import { engineNameSchema, spokenLanguageSchema } from './engine.schema.ts';
import { taskErrorSchema, taskProgressSchema, taskWarningSchema } from './task-parts.schema.ts';

const formatSchema = z.enum(IMPORT_FORMATS);

/** Fields of the multipart body of `POST /imports`, in addition to `file`. */
export const uploadImportSchema = z
  .object({
    ownerId: ownerIdSchema
      .default(DEFAULT_OWNER_ID)
      .describe('Whose it becomes, also when the file is an export of another owner.'),
    format: formatSchema
      .optional()
      .describe('By default it is found by the content and the name of the file.'),
    title: typedTextSchema(200)
      .optional()
      .describe('Of the conversation that a transcript becomes; by default the name of the file.'),
    transcribe: z
      .enum(['true', 'false'])
      .transform((text) => text === 'true')
      .default(false)
      .describe(
        'Whether recordings that come with transcripts are transcribed. The imported words are then kept as an earlier version.',
      ),
    engine: engineNameSchema
      .exactOptional()
      .describe(
        'Name of a speech model that `GET /engines` lists as available, for recordings that are transcribed.',
      ),
    language: spokenLanguageSchema.exactOptional(),
  })
  .strict()
  .meta({ id: 'UploadImport' });
export type UploadImport = z.output<typeof uploadImportSchema>;

/** An import of a file. */
export const importSchema = z
  .object({
    id: idSchema('import'),
    ownerId: ownerIdSchema,
    fileName: z.string(),
    sizeBytes: z.number().int(),
    sha256: z.string(),
    format: formatSchema.nullable().describe('Null until the file was checked.'),
    taskId: idSchema('task'),
    state: z.enum(TASK_STATES).describe('State of its task.'),
    progress: taskProgressSchema,
    warnings: z.array(taskWarningSchema),
    error: taskErrorSchema.nullable(),
    counts: z
      .object({
        conversations: z.number().int(),
        projects: z.number().int(),
        clips: z.number().int(),
        documents: z.number().int(),
        memories: z.number().int(),
        alreadyThere: z
          .number()
          .int()
          .describe('Conversations, projects, documents and memories that were there already.'),
      })
      .nullable()
      .describe('What it has added; null until it is finished.'),
    conversationId: idSchema('conversation')
      .nullable()
      .describe('The conversation of the file, if there is exactly one; null until it is there.'),
    createdAt: timestampSchema,
  })
  .meta({ id: 'Import' });
export type Import = z.output<typeof importSchema>;

export const importPageSchema = pageOf(importSchema).meta({ id: 'ImportPage' });
export type ImportPage = z.output<typeof importPageSchema>;

/** Query of `GET /imports`; newest first. */
export const importQuerySchema = pageQueryOf('import')
  .extend({ ownerId: ownerIdSchema.optional() })
  .meta({ id: 'ImportQuery' });
export type ImportQuery = z.output<typeof importQuerySchema>;
