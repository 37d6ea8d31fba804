import { z } from 'zod';
import { exportedEntrySchema } from '#contracts/export';
import { EXPORT_SCOPES } from '#contracts/model';

const count = z.number();
const folderSchema = z.object({ id: z.string(), folder: z.string() }).readonly();

/** A file of an export, and where its bytes are until it is written. */
const collectedFileSchema = z
  .object({
    /** In the export. */
    path: z.string(),
    bytes: count,
    sha256: z.string(),
    /** Name of the file in the folder of what was collected; `null` when the bytes are a blob. */
    stored: z.string().nullable(),
    /** It is a recording that is no longer kept, whoever else has the same bytes. */
    removed: z.boolean().optional(),
  })
  .readonly();
export type CollectedFile = z.output<typeof collectedFileSchema>;

/** Everything that an export contains, as it was at one moment. */
export const collectedExportSchema = z
  .object({
    scope: z.object({ kind: z.enum(EXPORT_SCOPES), id: z.string() }).readonly(),
    ownerId: z.string(),
    /** What is set for the owner, when all of it is exported. */
    ownerSettings: z
      .object({
        ...{ scoring: z.boolean(), voiceProfiles: z.boolean() },
        spokenLanguage: z.string().exactOptional(),
      })
      .readonly()
      .optional(),
    /** The glossary of the owner, when all of it is exported and it has one. */
    ownerGlossary: z.array(exportedEntrySchema).readonly().optional(),
    /** ISO 8601, UTC. */
    takenAt: z.string(),
    /** What people call it: the title of the conversation, the name of the project, the owner. */
    title: z.string(),
    counts: z
      .object({
        ...{ conversations: count, projects: count, clips: count, documents: count },
        ...{ memories: count, events: count, problems: count },
      })
      .readonly(),
    conversations: z.array(folderSchema).readonly(),
    projects: z.array(folderSchema).readonly(),
    /** In the order in which they are written. */
    files: z.array(collectedFileSchema).readonly(),
  })
  .readonly();
export type CollectedExport = z.output<typeof collectedExportSchema>;
