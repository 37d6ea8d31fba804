import type { BackupProgress } from '#backups';
import { EXPORT_FILES, type ExportManifest } from '#contracts/export';
import type { BlobStore, Importing } from '#store';
import type { ImportDependencies } from '../import-dependencies.ts';
import type { ImportSource, StoredImport } from '../import-source.ts';
import { leftOut, missingFiles, alreadyThere } from '../import-words.ts';
import { invalidArchive } from './archive-error.ts';
import { ArchiveFile } from './archive-file.ts';
import { readManifest, requireSameBytes, requireSameFiles } from './archive-manifest.ts';
import { archiveValues } from './archive-lines.ts';
import { ArchivedBytes } from './archived-bytes.ts';
import { ImportTally } from './import-tally.ts';
import { readConversation, readMemories } from './read-conversation.ts';
import { readTranscribed } from './read-transcribed.ts';
import { readParts, readProject } from './read-project.ts';
import { StoredConversations } from './stored-conversations.ts';
import { StoredProjects } from './stored-projects.ts';

const MEMORIES_AT_ONCE = 200;

/** What an archive is imported with. */
export type ArchiveDependencies = Pick<
  ImportDependencies,
  'importedConversations' | 'importedMemories' | 'importedProjects'
> & { readonly blobs: BlobStore };

/** An export of this product. */
export class ArchiveSource implements ImportSource {
  constructor(
    private readonly deps: ArchiveDependencies,
    private readonly file: string,
  ) {}

  /** Nothing is stored before every file was compared with the manifest, and read. */
  async check({ signal, onBytes }: BackupProgress): Promise<number> {
    return this.withArchive(async (archive) => {
      const manifest = await readManifest(archive, signal);
      requireSameFiles(archive, manifest);
      await requireSameBytes(archive, manifest, signal, onBytes);
      const bytes = new ArchivedBytes(archive, this.deps.blobs, manifest);
      for (const { folder } of manifest.projects)
        await checkProject(archive, folder, bytes, signal);
      for (const { id, folder } of manifest.conversations) {
        const { conversation, clips } = await readConversation(archive, folder, signal);
        if (conversation.id !== id) throw invalidArchive(`${folder} is another conversation.`);
        for (const clip of clips) bytes.require(clip);
      }
      await readMemories(archive, EXPORT_FILES.memories, signal);
      return manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    });
  }

  async store(importing: Importing, progress: BackupProgress): Promise<StoredImport> {
    return this.withArchive(async (archive) => {
      const manifest = await readManifest(archive, progress.signal);
      const bytes = new ArchivedBytes(archive, this.deps.blobs, manifest);
      const tally = new ImportTally();
      const transcribed = await readTranscribed(archive, progress.signal);
      const storing = { archive, bytes, importing, progress, tally, transcribed };
      const projects = await new StoredProjects(this.deps.importedProjects, storing).store(
        manifest,
      );
      const conversations = new StoredConversations(this.deps.importedConversations, storing);
      const ids = await conversations.store(manifest, projects);
      await this.storeMemories(archive, importing, progress.signal, tally);
      const [conversationId = null, ...others] = ids;
      const only = others.length === 0 ? conversationId : null;
      const { counts } = tally;
      const decisions = await decisionsIn(archive, manifest, progress.signal);
      const warnings = [
        ...alreadyThere(counts),
        ...missingFiles(manifest.problems.length),
        ...leftOut(decisions),
      ];
      return { result: { counts, conversationId: only }, warnings };
    });
  }

  /** Those of an owner that belong to no conversation. */
  private async storeMemories(
    archive: ArchiveFile,
    importing: Importing,
    signal: AbortSignal,
    tally: ImportTally,
  ): Promise<void> {
    const memories = await readMemories(archive, EXPORT_FILES.memories, signal);
    for (let start = 0; start < memories.length; start += MEMORIES_AT_ONCE) {
      signal.throwIfAborted();
      const some = memories.slice(start, start + MEMORIES_AT_ONCE);
      for (const { state } of await this.deps.importedMemories.store(importing, some)) {
        tally.add(state, { memories: 1 });
      }
    }
  }

  private async withArchive<Result>(work: (archive: ArchiveFile) => Promise<Result>) {
    const archive = await ArchiveFile.open(this.file);
    try {
      return await work(archive);
    } finally {
      archive.close();
    }
  }
}

async function checkProject(
  archive: ArchiveFile,
  folder: string,
  bytes: ArchivedBytes,
  signal: AbortSignal,
): Promise<void> {
  const { documents } = await readProject(archive, folder, signal);
  for (const document of documents) {
    bytes.require(document);
    await readParts(archive, document, signal);
  }
}

/** How many decisions of people about facts there are. */
async function decisionsIn(
  archive: ArchiveFile,
  { projects }: ExportManifest,
  signal: AbortSignal,
): Promise<number> {
  let count = 0;
  for (const { folder } of projects) {
    const path = `${folder}/${EXPORT_FILES.decisions}`;
    if (archive.sizeOf(path) === null) continue;
    for await (const _decision of archiveValues(archive, path, signal)) count += 1;
  }
  return count;
}
