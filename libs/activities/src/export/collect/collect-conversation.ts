import { EXPORT_FILES } from '#contracts/export';
import { safeName, summaryMarkdown, UniqueNames } from '#domain';
import type { ExportSnapshot } from '#store';
import type { CollectedFiles } from './collected-files.ts';
import {
  clipLine,
  conversationFields,
  correctionLine,
  exchangeLine,
  itemMarkLine,
  memoryLine,
  segmentLine,
  summaryEditLine,
  summaryLine,
  turnLine,
  versionLine,
  type RowOf,
} from './conversation-lines.ts';
import { rejectedNameLine, speakerChangeLine, voiceProfileLine } from './speaker-lines.ts';
import { fileHead, firstOf, jsonText, mapped } from './json-text.ts';
import type { Tally } from './tally.ts';
import { transcriptText } from './transcript-text.ts';

/** What is being collected, and where it goes. */
export interface Collecting {
  readonly snapshot: ExportSnapshot;
  readonly files: CollectedFiles;
  readonly tally: Tally;
}

/**
 * Collects the files of a conversation.
 * @param folder of the conversation, in the export
 */
export async function collectConversation(
  { snapshot, files, tally }: Collecting,
  conversation: RowOf<'conversations'>,
  folder: string,
): Promise<void> {
  const { id } = conversation;
  const of = (name: string) => `${folder}/${name}`;
  await files.text(of(EXPORT_FILES.transcript), transcriptText(snapshot, conversation));
  await files.text(
    of(EXPORT_FILES.conversation),
    jsonText(
      { ...fileHead('conversation'), conversation: conversationFields(conversation) },
      {
        exchanges: mapped(snapshot.texts.exchanges(id), exchangeLine),
        turns: mapped(snapshot.texts.turns(id), turnLine),
        clips: recordings({ snapshot, files, tally }, id, folder),
        segments: mapped(snapshot.texts.segments(id), segmentLine),
        corrections: mapped(snapshot.texts.corrections(id), correctionLine),
        versions: mapped(snapshot.texts.versions(id), versionLine),
        actionItemMarks: mapped(snapshot.texts.actionItemMarks(id), itemMarkLine),
        speakerChanges: mapped(snapshot.speakers.speakerChanges(id), speakerChangeLine),
        voiceProfiles: mapped(snapshot.speakers.voiceProfiles(id), voiceProfileLine),
        rejectedNames: mapped(snapshot.speakers.rejectedNames(id), rejectedNameLine),
      },
    ),
  );
  await collectSummaries({ snapshot, files, tally }, conversation, folder);
  await collectMemories({ snapshot, files, tally }, snapshot.memories(id), folder);
}

/** Adds the recordings. Each is named as it was uploaded, as far as names may be. */
async function* recordings(
  { snapshot, files, tally }: Collecting,
  conversationId: string,
  folder: string,
) {
  const names = new UniqueNames();
  for await (const clip of snapshot.texts.clips(conversationId)) {
    const path = `audio/${names.take(safeName(clip.fileName, clip.id))}`;
    tally.add('clips');
    files.blob(`${folder}/${path}`, clip);
    yield clipLine(clip, path);
  }
}

async function collectSummaries(
  { snapshot, files }: Collecting,
  { id, title }: RowOf<'conversations'>,
  folder: string,
): Promise<void> {
  const shown = await snapshot.texts.shownSummary(id);
  if (shown === null) return;
  const summaries = mapped(snapshot.texts.summaries(id), summaryLine);
  const edits = mapped(snapshot.texts.summaryEdits(id), summaryEditLine);
  await files.text(
    `${folder}/${EXPORT_FILES.summaries}`,
    jsonText(fileHead('summaries'), { summaries, edits }),
  );
  const { content, editedAt } = shown;
  const { revision, engine, template, language, createdAt } = shown.base;
  const about = { title, conversationId: id, revision, engine, template, language, createdAt };
  const text = summaryMarkdown({
    ...{ ...about, content },
    editedAt: editedAt?.toISOString() ?? null,
  });
  await files.text(`${folder}/${EXPORT_FILES.summary}`, [text]);
}

/** @param folder where they go; `''` for the top of the export */
export async function collectMemories(
  { files, tally }: Collecting,
  rows: AsyncGenerator<RowOf<'memories'>>,
  folder: string,
): Promise<void> {
  const found = await firstOf(rows);
  if (found === null) return;
  const memories = mapped(found, (row) => {
    tally.add('memories');
    return memoryLine(row);
  });
  const path = folder === '' ? EXPORT_FILES.memories : `${folder}/${EXPORT_FILES.memories}`;
  await files.text(path, jsonText(fileHead('memories'), { memories }));
}
