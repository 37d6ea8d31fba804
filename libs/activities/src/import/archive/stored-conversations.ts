import type { ExportManifest } from '#contracts/export';
import type { ImportedConversationsRepository, ImportedPlace } from '#store';
import type { ArchivedConversation } from './archived-conversation.ts';
import { readConversation } from './read-conversation.ts';
import { keepingStaged, type Storing } from './storing.ts';
import { isPresent } from './import-tally.ts';

/** Stores the conversations of an archive, each as a whole. */
export class StoredConversations {
  constructor(
    private readonly conversations: ImportedConversationsRepository,
    private readonly storing: Storing,
  ) {}

  /**
   * @param projects ids of the projects here, by the ones where they come from
   * @returns the ids of the conversations here, in the order of the manifest
   */
  async store(
    { conversations }: ExportManifest,
    projects: ReadonlyMap<string, string>,
  ): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const { folder } of conversations) {
      const { archive, progress, tally, cited } = this.storing;
      progress.signal.throwIfAborted();
      const read = await readConversation(archive, folder, progress.signal);
      const { id, state } = await this.storeOne(read, projects);
      if (!isPresent(state)) cited.foundConversation(id, read);
      const { clips, memories } = read;
      tally.add(state, { conversations: 1, clips: clips.length, memories: memories.length });
      ids.push(id);
    }
    return ids;
  }

  private async storeOne(
    read: ArchivedConversation,
    projects: ReadonlyMap<string, string>,
  ): Promise<ImportedPlace> {
    const { bytes, importing, progress } = this.storing;
    const before = await this.conversations.placeOf(importing, read.conversation);
    if (before.state !== 'new') return before;
    const { projectId } = read.conversation;
    const project = projectId === null ? null : (projects.get(projectId) ?? projectId);
    const isTranscribed = transcribedIn(read, this.storing.transcribed);
    const clips = read.clips.map((clip) => {
      const { path: _path, ...row } = bytes.named(clip, importing);
      return { ...row, isTranscribed: isTranscribed.has(clip.id) };
    });
    const staged = await bytes.stage(read.clips, progress);
    return keepingStaged(staged, (keepAll) =>
      this.conversations.store(importing, { ...read, clips }, project, keepAll),
    );
  }
}

/**
 * The recordings that need not be transcribed: those that were, as the change log says, and those of which
 * there is a text, also one that was imported without times.
 */
function transcribedIn(
  { turns, clips, segments, versions }: ArchivedConversation,
  logged: ReadonlySet<string>,
): ReadonlySet<string> {
  const exchangeOf = new Map(turns.map(({ id, exchangeId }) => [id, exchangeId]));
  const said = new Set([...segments, ...versions].map(({ turnId }) => exchangeOf.get(turnId)));
  const withText = clips.filter(({ turnId }) => said.has(exchangeOf.get(turnId)));
  return new Set([...logged, ...withText.map(({ id }) => id)]);
}
