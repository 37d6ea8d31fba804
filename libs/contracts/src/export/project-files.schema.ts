import { z } from 'zod';
import { idSchema, ownerIdSchema, timestampSchema } from '../api/common.schema.ts';
import { documentPlaceSchema } from '../api/document.schema.ts';
import {
  citationSchema,
  factDecisionSchema,
  factDateSchema,
  factValueSchema,
} from '../api/fact.schema.ts';
import { projectPlanSchema } from '../api/project.schema.ts';
import { reportContentSchema } from '../api/report-content.schema.ts';
import { reportGapsSchema } from '../api/report-gaps.schema.ts';
import { TRANSCRIPT_STYLES } from '../model/corrections.ts';
import { CERTAINTIES, DROP_REASONS } from '../model/facts.ts';
import { REFRESH_RULES } from '../model/plans.ts';
import { REPORT_CAUSES } from '../model/reports.ts';
import { exportedSummaryStyleSchema } from './summary-style.schema.ts';
import { headOf } from './file-head.ts';
import { exportedEntrySchema } from './glossary.schema.ts';
import { sha256Schema } from './manifest.schema.ts';
import { exportedLanguageSchema } from './spoken-language.schema.ts';

const count = z.number().int();

/** `project.json`: a project with its settings and plan. Its conversations name it. */
export const exportedProjectSchema = z.strictObject({
  ...headOf('project'),
  project: z.strictObject({
    id: idSchema('project'),
    ownerId: ownerIdSchema,
    name: z.string(),
    currency: z.string(),
    timeZone: z.string(),
    refresh: z.enum(REFRESH_RULES),
    summaryStyle: exportedSummaryStyleSchema,
    plan: projectPlanSchema,
    /** Exports of earlier versions have none. */
    glossary: z.array(exportedEntrySchema).optional(),
    transcriptStyle: z.enum(TRANSCRIPT_STYLES).nullable().optional(),
    /** Left out when nothing is set. Exports from before it was added have none. */
    spokenLanguage: exportedLanguageSchema.exactOptional(),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  }),
});
export type ExportedProject = z.output<typeof exportedProjectSchema>;

export const exportedDocumentSchema = z.strictObject({
  id: idSchema('document'),
  /** As it was uploaded. */
  fileName: z.string(),
  /** Where it is, from the folder of the project. */
  path: z.string(),
  /** Where what was read of it is; null when it could not be read. */
  partsPath: z.string().nullable(),
  sizeBytes: count,
  sha256: sha256Schema,
  writtenOn: z.iso.date(),
  format: z.string().nullable(),
  partCount: count.nullable(),
  /** Why it could not be read; a code of any version. */
  errorCode: z.string().nullable(),
  createdAt: timestampSchema,
});
export type ExportedDocument = z.output<typeof exportedDocumentSchema>;

/** `documents.json`: the documents of a project. */
export const exportedDocumentsSchema = z.strictObject({
  ...headOf('documents'),
  documents: z.array(exportedDocumentSchema),
});

/** A line of what was read of a document: a row, paragraph or line. */
export const exportedDocumentPartSchema = z.strictObject({
  part: count,
  place: documentPlaceSchema,
  text: z.string(),
  cells: z.array(z.strictObject({ column: z.string(), text: z.string() })).nullable(),
});
export type ExportedDocumentPart = z.output<typeof exportedDocumentPartSchema>;

/** A line of `facts.jsonl`. */
export const exportedFactSchema = z.strictObject({
  id: idSchema('fact'),
  agent: z.string(),
  /** The conversation or document that states it. */
  sourceId: z.string(),
  type: z.string(),
  label: z.string(),
  value: factValueSchema.nullable(),
  on: factDateSchema.nullable(),
  who: z.string().nullable(),
  status: z.string().nullable(),
  category: z.string().nullable(),
  certainty: z.enum(CERTAINTIES),
  corrects: z.boolean(),
  clear: z.boolean(),
  quote: z.string(),
  citation: citationSchema,
  speaker: z.string().nullable(),
  saidOn: z.iso.date(),
  saidAt: timestampSchema,
  position: count,
});
export type ExportedFact = z.output<typeof exportedFactSchema>;

/** A line of `decisions.jsonl`: what a person decided about a fact. */
export const exportedDecisionSchema = z.strictObject({
  factId: idSchema('fact'),
  agent: z.string(),
  decision: factDecisionSchema,
  decidedAt: timestampSchema,
});
export type ExportedDecision = z.output<typeof exportedDecisionSchema>;

/** Codes are text: those of later versions are none that this one knows. */
const exportedGapsSchema = reportGapsSchema.extend({
  sources: z.array(z.strictObject({ id: z.string(), name: z.string(), errorCode: z.string() })),
});

/** A line of `reports.jsonl`. */
export const exportedReportSchema = z.strictObject({
  id: idSchema('report'),
  agent: z.string(),
  cause: z.enum(REPORT_CAUSES),
  engine: z.string(),
  complete: z.boolean(),
  counts: z.strictObject({
    ...{ conversations: count, documents: count, facts: count },
    ...{ sourcesRead: count, sourcesFailed: count },
    dropped: z.partialRecord(z.enum(DROP_REASONS), count),
    gaps: exportedGapsSchema.optional(),
  }),
  content: reportContentSchema,
  createdAt: timestampSchema,
});
export type ExportedReport = z.output<typeof exportedReportSchema>;
