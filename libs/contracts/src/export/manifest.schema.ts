import { z } from 'zod';
import { ownerIdSchema, timestampSchema } from '../api/common.schema.ts';
import { EXPORT_SCOPES } from '../model/exports.ts';
import { exportedEntrySchema } from './glossary.schema.ts';
import { EXPORT_FORMAT, EXPORT_FORMAT_VERSION } from './format.ts';
import { exportedLanguageSchema } from './spoken-language.schema.ts';

const count = z.number().int().min(0);
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** A conversation or project and its folder. */
const folderSchema = z.strictObject({
  id: z.string(),
  /** Path with `/` between its parts, and none at its end. */
  folder: z.string(),
});

/** A file of the export, except the manifest itself. */
const fileSchema = z.strictObject({
  path: z.string(),
  bytes: count,
  sha256: sha256Schema,
});

/** A recording or document whose bytes are not what was uploaded. */
const problemSchema = z.strictObject({
  /** Where it is in the export, or would be. */
  path: z.string(),
  /** `missing`: it is not in the export. `damaged`: it is, as it was found. */
  kind: z.enum(['missing', 'damaged']),
  /** Of what was uploaded. */
  sha256: sha256Schema,
});

/**
 * `manifest.json`: what is in the export. All ids are those of the installation that made it. They are
 * unique everywhere, so an import can give new ones, remember the old ones and do nothing twice.
 */
export const exportManifestSchema = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  formatVersion: z.literal(EXPORT_FORMAT_VERSION),
  productVersion: z.string(),
  /** Number of migrations of the database. */
  schemaVersion: count,
  /** The moment at which everything was read. */
  exportedAt: timestampSchema,
  scope: z.strictObject({ kind: z.enum(EXPORT_SCOPES), id: z.string() }),
  ownerId: ownerIdSchema,
  /** What is set for the owner instead of what holds for all; only in an export of all of an owner. */
  ownerSettings: z
    .strictObject({
      scoring: z.boolean(),
      /** Exports of version 1 do not tell. */
      voiceProfiles: z.boolean().exactOptional(),
      /** Left out when nothing is set. Exports from before it was added have none. */
      spokenLanguage: exportedLanguageSchema.exactOptional(),
    })
    .optional(),
  /** The glossary of the owner; only in an export of all of an owner that has one. */
  ownerGlossary: z.array(exportedEntrySchema).optional(),
  counts: z.strictObject({
    ...{ conversations: count, projects: count, clips: count, documents: count },
    ...{ memories: count, events: count, problems: count },
  }),
  conversations: z.array(folderSchema),
  projects: z.array(folderSchema),
  problems: z.array(problemSchema),
  files: z.array(fileSchema),
});
export type ExportManifest = z.output<typeof exportManifestSchema>;
