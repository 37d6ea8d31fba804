import type { BackupProgress } from '#backups';
import { NO_IMPORT_COUNTS } from '#contracts/model';
import type { ImportedTranscriptFormat } from '#domain';
import type { Importing, ImportRecord } from '#store';
import type { ImportDependencies } from '../import-dependencies.ts';
import type { CheckedSource, ImportSource, StoredImport } from '../import-source.ts';
import { alreadyThere } from '../import-words.ts';
import { readTranscript } from './read-transcript.ts';
import { transcriptConversation } from './transcript-conversation.ts';

/** A transcript that another product has made; it becomes one conversation. */
export class TranscriptSource implements ImportSource {
  constructor(
    private readonly deps: Pick<ImportDependencies, 'importedConversations'>,
    private readonly given: ImportRecord,
    private readonly file: string,
    private readonly format: ImportedTranscriptFormat,
  ) {}

  async check({ signal, onBytes }: BackupProgress): Promise<CheckedSource> {
    await readTranscript(this.file, this.format, signal);
    onBytes(this.given.sizeBytes);
    return { bytes: this.given.sizeBytes, recordings: [] };
  }

  async store(importing: Importing, { signal }: BackupProgress): Promise<StoredImport> {
    const { turns, title } = await readTranscript(this.file, this.format, signal);
    const given = { ...this.given, title: this.given.title ?? title };
    const imported = transcriptConversation(given, this.format, turns);
    const { importedConversations } = this.deps;
    const noBytes = () => Promise.resolve();
    const { id, state } = await importedConversations.store(importing, imported, null, noBytes);
    const memories = imported.memories.length;
    const counts =
      state === 'there' || state === 'binned'
        ? { ...NO_IMPORT_COUNTS, alreadyThere: 1 }
        : { ...NO_IMPORT_COUNTS, conversations: 1, memories };
    return { result: { counts, conversationId: id }, warnings: alreadyThere(counts) };
  }
}
