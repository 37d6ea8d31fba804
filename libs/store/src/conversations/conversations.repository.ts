import { and, asc, desc, eq, lt, sql } from 'drizzle-orm';
import { AppError } from '#platform';
import { compactGlossary, withTerms } from '#contracts/model';
import type { Database, Transaction } from '../database/database.ts';
import { changedEvent } from './changed-event.ts';
import type {
  ConversationChange,
  NewConversation,
  StoredConversationChange,
} from './conversation-input.ts';
import { type ConversationFilter, isSelected } from './conversation-filter.ts';
import type { TaskState } from '#contracts/tasks';
import { createConversation } from './create-conversation.ts';
import { setText } from './set-text.ts';
import { readGlossary } from '../glossaries/read-glossary.ts';
import { claimKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { clips, conversations, tasks, turns } from '../schema/index.ts';
import { foundPassages, type FoundPassage } from './found-passages.ts';
import { lockConversation } from './lock-conversations.ts';
import { projectOf } from './project-of.ts';
import { workStatesOf } from './work-states.ts';
import { toPage, type Page } from '../database/page.ts';
import { forgetSource, requireProject } from '../projects/move-conversation.ts';

export type { FoundPassage } from './found-passages.ts';
export type { ConversationChange, NewConversation } from './conversation-input.ts';

export type ConversationRecord = typeof conversations.$inferSelect;

/** A clip with its speaker and the task that transcribes it. */
export interface ClipRecord {
  readonly clip: typeof clips.$inferSelect;
  readonly speaker: string;
  readonly task: typeof tasks.$inferSelect;
}

export interface ConversationListQuery extends ConversationFilter {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Conversations and their clips. */
export class ConversationsRepository {
  private readonly conversationById;
  private readonly clipById;

  constructor(private readonly db: Database) {
    this.conversationById = prepareConversationById(db);
    this.clipById = prepareClipById(db);
  }

  /**
   * Creates a conversation, or returns the one that the same request created before.
   * @throws AppError `idempotency_key_reused`; `not_found` when its owner has no such project, or it
   * was created before and is deleted
   */
  async create(
    input: NewConversation,
    request: IdempotentRequest | null,
  ): Promise<ConversationRecord> {
    const id = await inTransaction(this.db, async (tx) => {
      const conversationId = newId('conversation');
      const claim = await claimKey(tx, request, conversationId);
      if (claim.kind === 'reused') throw claim.reason;
      if (claim.kind === 'claimedBefore') return claim.subjectId;
      return createConversation(tx, input, conversationId);
    });
    const created = await this.find(id);
    if (created !== null) return created;
    // The same request has created it before, and it was deleted since.
    throw new AppError('not_found', `The conversation ${id} was deleted.`);
  }

  /**
   * Changes the description of a conversation. A new glossary applies from the next correction on.
   * One that leaves a project takes its facts out of the reports of that project.
   * @returns the changed conversation, or `null` when there is none
   * @throws AppError `not_found` when its owner has no such project
   */
  async change(id: string, change: ConversationChange): Promise<ConversationRecord | null> {
    await inTransaction(this.db, async (tx) => {
      const conversation = await lockConversation(tx, id);
      if (!conversation || Object.keys(change).length === 0) return;
      const { projectId } = change;
      if (projectId) await requireProject(tx, projectId, conversation.ownerId);
      await appendAndApply(tx, [changedEvent(conversation, change)]);
      const before = await projectOf(tx, id);
      await setText(tx, id, await toStored(tx, id, change));
      const moved = projectId !== undefined && projectId !== before;
      if (moved && before !== null) await forgetSource(tx, before, id);
    });
    return this.find(id);
  }

  async find(id: string): Promise<ConversationRecord | null> {
    const [row] = await this.conversationById.execute({ id });
    return row ?? null;
  }

  /** A page of conversations, newest first. */
  async list(query: ConversationListQuery): Promise<Page<ConversationRecord>> {
    const rows = await this.db
      .select()
      .from(conversations)
      .where(
        and(
          isSelected(query),
          query.cursor === undefined ? undefined : lt(conversations.id, query.cursor),
        ),
      )
      .orderBy(desc(conversations.id))
      .limit(query.limit + 1);
    return toPage(rows, query.limit);
  }

  /** States of the tasks of conversations, see {@link workStatesOf}. */
  workStatesOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly TaskState[]>> {
    return workStatesOf(this.db, ids);
  }

  /** Where words of a search were said, see {@link foundPassages}. */
  foundPassages(
    ids: readonly string[],
    search: string | undefined,
  ): Promise<readonly FoundPassage[]> {
    return foundPassages(this.db, ids, search);
  }

  /** The clips of a conversation in order. */
  async clipsOf(conversationId: string): Promise<readonly ClipRecord[]> {
    return clipQuery(this.db)
      .where(eq(clips.conversationId, conversationId))
      .orderBy(asc(clips.id));
  }

  async findClip(conversationId: string, clipId: string): Promise<ClipRecord | null> {
    const [row] = await this.clipById.execute({ conversationId, clipId });
    return row ?? null;
  }
}

/** Terms that the glossary has already keep what else it says of them. */
async function toStored(
  tx: Transaction,
  id: string,
  { glossary: terms, ...change }: ConversationChange,
): Promise<StoredConversationChange> {
  if (terms === undefined) return change;
  const { entries } = await readGlossary(tx, { level: 'conversation', id });
  return { ...change, glossary: compactGlossary(withTerms(entries, terms)) };
}

// Every upload runs these two queries, so they are built once and planned once per connection.

function prepareConversationById(db: Database) {
  return db
    .select()
    .from(conversations)
    .where(eq(conversations.id, sql.placeholder('id')))
    .prepare('conversation_by_id');
}

function prepareClipById(db: Database) {
  const { placeholder } = sql;
  return clipQuery(db)
    .where(
      and(
        eq(clips.id, placeholder('clipId')),
        eq(clips.conversationId, placeholder('conversationId')),
      ),
    )
    .prepare('clip_by_id');
}

function clipQuery(db: Database) {
  return db
    .select({ clip: clips, speaker: turns.speaker, task: tasks })
    .from(clips)
    .innerJoin(turns, eq(turns.id, clips.turnId))
    .innerJoin(tasks, eq(tasks.id, clips.taskId));
}
