import { z } from 'zod';
import { EXPORT_SCOPES } from '../model/exports.ts';
import { TASK_STATES } from '../tasks/task-states.ts';
import { idSchema, ownerIdSchema, pageOf, pageQueryOf, timestampSchema } from './common.schema.ts';
import { taskErrorSchema, taskProgressSchema, taskWarningSchema } from './task-parts.schema.ts';

/** Body of `POST /exports`: exactly one of the three. */
export const createExportSchema = z
  .object({
    conversationId: idSchema('conversation').exactOptional(),
    projectId: idSchema('project').exactOptional(),
    ownerId: ownerIdSchema.exactOptional().describe('Everything of this owner.'),
  })
  .strict()
  .refine((given) => Object.keys(given).length === 1, {
    error: 'must have exactly one of conversationId, projectId and ownerId',
  })
  .meta({ id: 'CreateExport' });
export type CreateExport = z.output<typeof createExportSchema>;

/** What the finished file of an export is and contains. */
export const exportFileSchema = z
  .object({
    name: z.string().describe('Name under which browsers save it.'),
    sizeBytes: z.number().int(),
    sha256: z.string(),
    url: z.string().describe('Path of the file.'),
    expiresAt: timestampSchema.describe('When it is removed, with the export.'),
  })
  .meta({ id: 'ExportFile' });

/** An export of a conversation, a project or all of an owner as a zip file. */
export const exportSchema = z
  .object({
    id: idSchema('export'),
    ownerId: ownerIdSchema,
    scope: z
      .object({ kind: z.enum(EXPORT_SCOPES), id: z.string() })
      .describe('What it is of: a conversation or project, or an owner.'),
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
        events: z.number().int(),
        problems: z.number().int().describe('Recordings and documents without their bytes.'),
      })
      .nullable()
      .describe('What is in it; null until it is finished.'),
    file: exportFileSchema.nullable().describe('Null until it is finished.'),
    createdAt: timestampSchema,
  })
  .meta({ id: 'Export' });
export type Export = z.output<typeof exportSchema>;

export const exportPageSchema = pageOf(exportSchema).meta({ id: 'ExportPage' });
export type ExportPage = z.output<typeof exportPageSchema>;

/** Query of `GET /exports`; newest first. */
export const exportQuerySchema = pageQueryOf('export')
  .extend({ ownerId: ownerIdSchema.optional() })
  .meta({ id: 'ExportQuery' });
export type ExportQuery = z.output<typeof exportQuerySchema>;
