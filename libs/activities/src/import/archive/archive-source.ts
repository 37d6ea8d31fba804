import type { BackupProgress } from '#backups';
import { EXPORT_FILES, type ExportManifest } from '#contracts/export';
import { glossaryEntries } from '#contracts/model';
import type { BlobStore, ImportedPlace, Importing, UploadedRecording } from '#store';
import type { ImportDependencies } from '../import-dependencies.ts';
import type { CheckedSource, ImportSource, StoredImport } from '../import-source.ts';
import { leftOut, missingFiles, alreadyThere, unusedRecording } from '../import-words.ts';
import { invalidArchive } from './archive-error.ts';
import { ArchiveFile } from './archive-file.ts';
import { readManifest, requireSameBytes, requireSameFiles } from './archive-manifest.ts';
import { ArchivedBytes } from './archived-bytes.ts';
import { CitedIds } from './cited-ids.ts';
import { ImportTally, isPresent } from './import-tally.ts';
import { readConversation, readMemories } from './read-conversation.ts';
import { readDecisions, readFacts, readReports } from './read-facts.ts';
import { readTranscribed } from './read-transcribed.ts';
import { readParts, readProject } from './read-project.ts';
import { StoredConversations } from './stored-conversations.ts';
import { StoredFacts } from './stored-facts.ts';
import { StoredProjects } from './stored-projects.ts';
import { StoredReports } from './stored-reports.ts';
import type { Storing } from './storing.ts';

const MEMORIES_AT_ONCE = 200;

/** What an archive is imported with. */
export type ArchiveDependencies = Pick<
  ImportDependencies,
  'glossaries' | 'importedConversations' | 'importedMemories' | 'importedProjects' | 'ownerSettings'
> & { readonly blobs: BlobStore };

/** An export of this product. */
export class ArchiveSource implements ImportSource {
  constructor(
    private readonly deps: ArchiveDependencies,
    private readonly file: string,
    /** What was uploaded beside it, for nothing. */
    private readonly recording: UploadedRecording | null = null,
  ) {}

  /** Nothing is stored before every file was compared with the manifest, and read. */
  async check({ signal, onBytes }: BackupProgress): Promise<CheckedSource> {
    return this.withArchive(async (archive) => {
      const manifest = await readManifest(archive, signal);
      requireSameFiles(archive, manifest);
      await requireSameBytes(archive, manifest, signal, onBytes);
      const contents = new ArchivedBytes(archive, this.deps.blobs, manifest);
      for (const { folder } of manifest.projects)
        await checkProject(archive, folder, contents, signal);
      for (const { id, folder } of manifest.conversations) {
        const { conversation, clips } = await readConversation(archive, folder, signal);
        if (conversation.id !== id) throw invalidArchive(`${folder} is another conversation.`);
        for (const clip of clips) contents.require(clip);
      }
      await readMemories(archive, EXPORT_FILES.memories, signal);
      const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
      return { bytes, recordings: [] };
    });
  }

  async store(importing: Importing, progress: BackupProgress): Promise<StoredImport> {
    return this.withArchive(async (archive) => {
      const manifest = await readManifest(archive, progress.signal);
      const storing = await this.storing(archive, manifest, importing, progress);
      const { glossaries, importedConversations, importedProjects, ownerSettings } = this.deps;
      // First: what is imported is scored or waits as it did where it comes from.
      if (manifest.ownerSettings) {
        await ownerSettings.adopt(importing.ownerId, manifest.ownerSettings);
      }
      if (manifest.ownerGlossary) {
        await glossaries.adopt(importing.ownerId, glossaryEntries(manifest.ownerGlossary));
      }
      const projects = await new StoredProjects(importedProjects, storing).store(manifest);
      const conversations = new StoredConversations(importedConversations, storing);
      const ids = await conversations.store(manifest, idsOf(projects));
      const others = await this.storeFacts(storing, manifest, projects);
      await this.storeMemories(storing);
      const [conversationId = null, ...more] = ids;
      const { counts } = storing.tally;
      const warnings = [
        ...alreadyThere(counts),
        ...missingFiles(manifest.problems.length),
        ...leftOut(others),
        ...(this.recording ? unusedRecording(this.recording.fileName) : []),
      ];
      const result = { counts, conversationId: more.length === 0 ? conversationId : null };
      return { result, warnings };
    });
  }

  private async storing(
    archive: ArchiveFile,
    manifest: ExportManifest,
    importing: Importing,
    progress: BackupProgress,
  ): Promise<Storing> {
    const bytes = new ArchivedBytes(archive, this.deps.blobs, manifest);
    const transcribed = await readTranscribed(archive, progress.signal);
    const cited = new CitedIds();
    for (const { folder } of manifest.projects) {
      for await (const fact of readFacts(archive, folder, progress.signal)) cited.want(fact);
      for await (const report of readReports(archive, folder, progress.signal)) {
        cited.wantIn(report);
      }
    }
    const tally = new ImportTally();
    return { archive, bytes, importing, progress, tally, transcribed, cited };
  }

  /** @returns how many decisions about facts, and reports, were left out */
  private async storeFacts(
    storing: Storing,
    manifest: ExportManifest,
    places: ReadonlyMap<string, ImportedPlace>,
  ): Promise<number> {
    const facts = new StoredFacts(this.deps.importedProjects, storing);
    const reports = new StoredReports(this.deps.importedProjects, storing);
    let others = 0;
    for (const { id, folder } of manifest.projects) {
      storing.progress.signal.throwIfAborted();
      const place = places.get(id);
      if (place === undefined || isPresent(place.state)) continue;
      const project = { folder, projectId: place.id };
      const stored = await facts.store(project);
      others += stored.otherDecisions + (await reports.store(project, stored.facts));
    }
    return others;
  }

  /** Those of an owner that belong to no conversation. */
  private async storeMemories({ archive, importing, progress, tally }: Storing): Promise<void> {
    const { signal } = progress;
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
  for (const lines of [readFacts, readDecisions, readReports]) {
    for await (const _line of lines(archive, folder, signal)) continue;
  }
}

function idsOf(places: ReadonlyMap<string, ImportedPlace>): ReadonlyMap<string, string> {
  const usable = [...places].filter(([, { state }]) => state !== 'binned');
  return new Map(usable.map(([origin, { id }]) => [origin, id]));
}
