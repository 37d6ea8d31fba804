import { z } from 'zod';
import { idSchema, pageOf, timestampSchema } from './common.schema.ts';
import { errorCodeSchema } from './task-parts.schema.ts';

/** What has become of a document. */
export const DOCUMENT_STATES = ['pending', 'read', 'failed'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** A text, table or PDF of a project. */
export const documentSchema = z
  .object({
    id: idSchema('document'),
    projectId: idSchema('project'),
    fileName: z.string(),
    format: z
      .string()
      .nullable()
      .describe(
        '`text`, `markdown`, `csv`, `xlsx` or `pdf`, by its content; null until it is read.',
      ),
    sizeBytes: z.number().int(),
    sha256: z.string(),
    writtenOn: z.iso
      .date()
      .describe('When it was written; relative dates in it refer to this day.'),
    state: z.enum(DOCUMENT_STATES),
    errorCode: errorCodeSchema.nullable().describe('Why it could not be read.'),
    partCount: z.number().int().describe('Number of its rows, lines and paragraphs.'),
    taskId: idSchema('task').describe('The task that reads it or has read it.'),
    createdAt: timestampSchema,
  })
  .meta({ id: 'Document' });
export type ProjectDocument = z.output<typeof documentSchema>;

export const documentPageSchema = pageOf(documentSchema).meta({ id: 'DocumentPage' });
export type DocumentPage = z.output<typeof documentPageSchema>;

/** Fields of the multipart body of `POST /projects/{id}/documents`, in addition to `file`. */
export const uploadDocumentSchema = z
  .object({
    writtenOn: z.iso.date().optional().describe('Today by default.'),
  })
  .strict()
  .meta({ id: 'UploadDocument' });
export type UploadDocument = z.output<typeof uploadDocumentSchema>;

/** Where a part of a document is: its sheet and row, its page, or its line; all count from 1. */
export const documentPlaceSchema = z
  .object({
    sheet: z.string().optional(),
    row: z.number().int().optional(),
    page: z.number().int().optional(),
    line: z.number().int().optional(),
  })
  .meta({ id: 'DocumentPlace' });

/** A part of a document: a row of a table with its cells, or a paragraph. */
export const documentPartSchema = z
  .object({
    part: z.number().int().describe('Its position in the document, from 0.'),
    place: documentPlaceSchema,
    text: z.string(),
    cells: z
      .array(z.object({ column: z.string().describe('Heading of the column.'), text: z.string() }))
      .nullable()
      .describe('Null for a part that is no row of a table.'),
  })
  .meta({ id: 'DocumentPart' });
export type DocumentPart = z.output<typeof documentPartSchema>;

export const documentPartPageSchema = pageOf(documentPartSchema).meta({ id: 'DocumentPartPage' });
export type DocumentPartPage = z.output<typeof documentPartPageSchema>;
