import { EXPORT_FORMAT, EXPORT_FORMAT_VERSION, type ExportManifest } from '#contracts/export';
import type { CollectedExport } from '../collect/collected-export.schema.ts';

/** What has made an export. */
export interface ProductVersions {
  readonly productVersion: string;
  readonly schemaVersion: number;
}

/** The text of the manifest: an element of a list on each line. */
export function manifestOf(
  collected: CollectedExport,
  versions: ProductVersions,
  files: ExportManifest['files'],
  problems: ExportManifest['problems'],
): string {
  const { scope, ownerId, ownerSettings, ownerGlossary, takenAt, counts, conversations, projects } =
    collected;
  const manifest: ExportManifest = {
    format: EXPORT_FORMAT,
    formatVersion: EXPORT_FORMAT_VERSION,
    ...versions,
    exportedAt: takenAt,
    scope: { ...scope },
    ownerId,
    ...(ownerSettings ? { ownerSettings: { ...ownerSettings } } : {}),
    ...(ownerGlossary ? { ownerGlossary: [...ownerGlossary] } : {}),
    counts: { ...counts, problems: problems.length },
    conversations: conversations.map((each) => ({ ...each })),
    projects: projects.map((each) => ({ ...each })),
    problems: [...problems].sort(({ path: one }, { path: other }) => (one < other ? -1 : 1)),
    files,
  };
  const fields = Object.entries(manifest).map(
    ([name, value]) => `${JSON.stringify(name)}: ${valueText(value)}`,
  );
  return `{\n${fields.join(',\n')}\n}\n`;
}

function valueText(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((element) => JSON.stringify(element)).join(',\n')}\n]`;
}
