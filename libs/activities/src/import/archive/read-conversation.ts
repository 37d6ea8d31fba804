import {
  EXPORT_FILES,
  exportedClipSchema,
  exportedConversationSchema,
  exportedCorrectionSchema,
  exportedExchangeSchema,
  exportedItemMarkSchema,
  exportedMemorySchema,
  exportedRejectedNameSchema,
  exportedSegmentSchema,
  exportedSpeakerChangeSchema,
  exportedSummaryEditSchema,
  exportedSummarySchema,
  exportedTurnSchema,
  exportedVersionSchema,
  exportedVoiceProfileSchema,
  type ExportedMemory,
} from '#contracts/export';
import type { ArchiveFile } from './archive-file.ts';
import type { ArchivedConversation } from './archived-conversation.ts';
import { ArchivedJson } from './archived-json.ts';
import { requireWhole } from './whole-conversation.ts';

/**
 * Reads a conversation with its summaries and memories.
 * @param folder of the conversation
 * @throws AppError `import_archive_invalid`, `import_archive_changed`, `import_archive_too_large`
 */
export async function readConversation(
  archive: ArchiveFile,
  folder: string,
  signal: AbortSignal,
): Promise<ArchivedConversation> {
  const path = `${folder}/${EXPORT_FILES.conversation}`;
  const file = await ArchivedJson.read(archive, path, 'conversation', signal);
  const clips = await file.list('clips', exportedClipSchema);
  const read: ArchivedConversation = {
    conversation: file.field('conversation', exportedConversationSchema.shape.conversation),
    isProcessed: true,
    exchanges: await file.list('exchanges', exportedExchangeSchema),
    turns: await file.list('turns', exportedTurnSchema),
    clips: clips.map((clip) => ({ ...clip, path: `${folder}/${clip.path}` })),
    segments: await file.list('segments', exportedSegmentSchema),
    corrections: await file.list('corrections', exportedCorrectionSchema),
    versions: await file.list('versions', exportedVersionSchema),
    actionItemMarks: await file.list('actionItemMarks', exportedItemMarkSchema),
    speakerChanges: await file.list('speakerChanges', exportedSpeakerChangeSchema),
    voiceProfiles: await file.list('voiceProfiles', exportedVoiceProfileSchema),
    rejectedNames: await file.list('rejectedNames', exportedRejectedNameSchema),
    ...(await readSummaries(archive, folder, signal)),
    memories: await readMemories(archive, `${folder}/${EXPORT_FILES.memories}`, signal),
  };
  requireWhole(read, path);
  return read;
}

async function readSummaries(archive: ArchiveFile, folder: string, signal: AbortSignal) {
  const path = `${folder}/${EXPORT_FILES.summaries}`;
  if (archive.sizeOf(path) === null) return { summaries: [], summaryEdits: [] };
  const file = await ArchivedJson.read(archive, path, 'summaries', signal);
  return {
    summaries: await file.list('summaries', exportedSummarySchema),
    summaryEdits: await file.list('edits', exportedSummaryEditSchema),
  };
}

/**
 * Reads the memories of a conversation, or those of an owner that belong to none.
 * @param path of the file, which need not be there
 * @throws AppError as {@link readConversation}
 */
export async function readMemories(
  archive: ArchiveFile,
  path: string,
  signal: AbortSignal,
): Promise<readonly ExportedMemory[]> {
  if (archive.sizeOf(path) === null) return [];
  const file = await ArchivedJson.read(archive, path, 'memories', signal);
  return file.list('memories', exportedMemorySchema);
}
