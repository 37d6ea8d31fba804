import { z } from 'zod';
import { EXPORT_FILES } from '#contracts/export';
import type { ArchiveFile } from './archive-file.ts';
import { archiveValues } from './archive-lines.ts';

const transcribedSchema = z.object({
  type: z.literal('clip_transcribed'),
  data: z.object({ clipId: z.string() }),
});

/** Ids of the recordings that were transcribed, as the change log of an export says. */
export async function readTranscribed(
  archive: ArchiveFile,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  if (archive.sizeOf(EXPORT_FILES.events) === null) return ids;
  for await (const event of archiveValues(archive, EXPORT_FILES.events, signal)) {
    const found = transcribedSchema.safeParse(event);
    if (found.success) ids.add(found.data.data.clipId);
  }
  return ids;
}
