import { and, eq } from 'drizzle-orm';
import { holdBlobs } from '../blobs/blob-locks.ts';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import type { EvictionRule } from '../memories/pins.ts';
import { conversations, projects } from '../schema/index.ts';
import { spokenLanguageIn } from '../conversations/spoken-language.ts';
import { conversationSignal, signalWork } from '../signals/signal-work.ts';
import { ConversationEvents } from './conversation-events.ts';
import { conversationIds, newIdOf } from './conversation-ids.ts';
import { ConversationLines } from './conversation-lines.ts';
import { writeImportedItemMarks } from './imported-item-marks.ts';
import { writeImportedSpeakers } from './imported-speakers.ts';
import { placeOf } from './imported-place.ts';
import { writeImportedMemories } from './imported-memories.ts';
import type { ImportedConversation, ImportedPlace, Importing } from './imported.records.ts';

type ConversationOrigin = Pick<ImportedConversation['conversation'], 'id' | 'createdAt'>;

/** Where a conversation goes. */
interface NewPlace {
  readonly conversationId: string;
  readonly projectId: string | null;
  /** Idempotency key of the event that adds it. */
  readonly key: string;
}

/** Conversations that are imported. */
export class ImportedConversationsRepository {
  constructor(
    private readonly db: Database,
    private readonly evict: EvictionRule,
  ) {}

  /** Where a conversation is, or is to be; one that is there need not be read. */
  async placeOf(importing: Importing, conversation: ConversationOrigin): Promise<ImportedPlace> {
    const origin = originOf(conversation);
    return inTransaction(this.db, (tx) => placeOf(tx, 'conversation', importing, origin));
  }

  /**
   * Stores all of a conversation in one transaction, unless the owner has it already.
   * @param projectId its new project; `null` when it has none, or the owner has none such
   * @param keepBytes keeps the bytes of its recordings; called once they cannot be removed any more
   */
  async store(
    importing: Importing,
    imported: ImportedConversation,
    projectId: string | null,
    keepBytes: () => Promise<void>,
  ): Promise<ImportedPlace> {
    const origin = originOf(imported.conversation);
    return inTransaction(this.db, async (tx) => {
      const place = await placeOf(tx, 'conversation', importing, origin);
      if (place.state !== 'new') return place;
      await holdBlobs(
        tx,
        imported.clips.map(({ sha256 }) => sha256),
      );
      await keepBytes();
      const { id: conversationId, key } = place;
      await this.write(tx, importing, imported, { conversationId, projectId, key });
      return place;
    });
  }

  private async write(
    tx: Transaction,
    importing: Importing,
    imported: ImportedConversation,
    place: NewPlace,
  ): Promise<void> {
    const { conversationId, key } = place;
    const { ownerId } = importing;
    const ids = conversationIds(conversationId, imported);
    const events = new ConversationEvents(importing, imported, ids);
    const projectId = await projectOfOwner(tx, place.projectId, ownerId);
    const inherited = await spokenLanguageIn(tx, { projectId, ownerId });
    const language = imported.conversation.spokenLanguage ?? inherited;
    await appendAndApply(tx, events.of({ projectId, key, language }));
    await new ConversationLines(tx, importing, imported, ids).write();
    const memories = imported.memories.map((memory) => ({
      ...{ memory, conversationId, id: newIdOf(ids.memories, memory.id) },
      exchangeId: memory.exchangeId === null ? null : newIdOf(ids.exchanges, memory.exchangeId),
    }));
    await writeImportedMemories(tx, importing, memories, this.evict);
    await writeImportedItemMarks(tx, importing, imported, ids);
    await writeImportedSpeakers(tx, importing, imported, ids);
    await appendAndApply(tx, events.results());
    await setRest(tx, conversationId, imported);
    if (!hasWork(imported)) return;
    await signalWork(tx, [conversationSignal(conversationId, ownerId)]);
  }
}

function originOf({ id: originId, createdAt }: ConversationOrigin) {
  return { originId, madeAt: new Date(createdAt) };
}

/** The project, if it is there and belongs to the owner. */
async function projectOfOwner(
  tx: Transaction,
  projectId: string | null,
  ownerId: string,
): Promise<string | null> {
  if (projectId === null) return null;
  const [project] = await tx
    .select({ id: projects.id })
    .from(projects)
    .where(and(eq(projects.id, projectId), eq(projects.ownerId, ownerId)))
    .for('key share');
  return project?.id ?? null;
}

/** What no event says. */
async function setRest(
  tx: Transaction,
  id: string,
  { conversation, summaries }: ImportedConversation,
): Promise<void> {
  const summarySeenRevision = newestRevision(summaries);
  const { glossary, summaryStyle = null, transcriptStyle = null } = conversation;
  const { spokenLanguage = null } = conversation;
  const { archivedAt, updatedAt } = conversation;
  const putAway = { archivedAt: archivedAt ? new Date(archivedAt) : null };
  await tx
    .update(conversations)
    .set({
      glossary,
      summaryStyle,
      transcriptStyle,
      spokenLanguage,
      ...putAway,
      summarySeenRevision,
      updatedAt: new Date(updatedAt),
    })
    .where(eq(conversations.id, id));
}

function hasWork({
  conversation,
  isProcessed,
  clips,
  summaries,
  memories,
}: ImportedConversation): boolean {
  const isBehind = conversation.revision > newestRevision(summaries);
  const isUnscored = memories.some(({ significance }) => significance === null);
  return (
    !isProcessed || isBehind || isUnscored || clips.some(({ isTranscribed }) => !isTranscribed)
  );
}

function newestRevision(summaries: ImportedConversation['summaries']): number {
  return summaries.reduce((newest, { revision }) => Math.max(newest, revision), 0);
}
