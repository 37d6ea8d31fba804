import type { z } from 'zod';
import { exportedConversationSchema } from './conversation-file.schema.ts';
import { EXPORT_FILES } from './format.ts';
import { exportManifestSchema } from './manifest.schema.ts';
import {
  exportedDecisionSchema,
  exportedDocumentPartSchema,
  exportedDocumentsSchema,
  exportedFactSchema,
  exportedProjectSchema,
  exportedReportSchema,
} from './project-files.schema.ts';
import {
  exportedEventSchema,
  exportedMemoriesSchema,
  exportedSummariesSchema,
} from './results-files.schema.ts';

/** How the name of each JSON file of an export ends, and its schema. */
export const EXPORTED_FILES: Readonly<Record<string, z.ZodType>> = {
  [EXPORT_FILES.manifest]: exportManifestSchema,
  [EXPORT_FILES.conversation]: exportedConversationSchema,
  [EXPORT_FILES.summaries]: exportedSummariesSchema,
  [EXPORT_FILES.memories]: exportedMemoriesSchema,
  [EXPORT_FILES.project]: exportedProjectSchema,
  [EXPORT_FILES.documents]: exportedDocumentsSchema,
};

/** How the name of each file of JSON lines ends, and the schema of a line. */
export const EXPORTED_LINES: Readonly<Record<string, z.ZodType>> = {
  [EXPORT_FILES.events]: exportedEventSchema,
  [EXPORT_FILES.facts]: exportedFactSchema,
  [EXPORT_FILES.decisions]: exportedDecisionSchema,
  [EXPORT_FILES.reports]: exportedReportSchema,
  '.parts.jsonl': exportedDocumentPartSchema,
};
