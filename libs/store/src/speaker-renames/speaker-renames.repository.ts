import { and, asc, eq, gt, lt, sql } from 'drizzle-orm';
import { MOST_RENAMED_CONVERSATIONS, type RenameOutcome } from '#contracts/model';
import { AppError } from '#platform';
import { becameOf, beginPreviewed, IS_OVER, isApplied } from '../bulk-changes/previewed-changes.ts';
import type { Database, Transaction } from '../database/database.ts';
import { claimKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import type { Page } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import { IS_BEING_ERASED, refuseOwnerErased } from '../erasures/refuse-erased.ts';
import { conversations, renamedConversations, speakerRenames } from '../schema/index.ts';
import type {
  NewSpeakerRename,
  RenamedConversationRecord,
  SpeakerRenameRecord,
} from './speaker-rename.records.ts';

export interface RenamedConversationsQuery {
  readonly renameId: string;
  /** Last conversation of the previous page. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Renamings of somebody in all conversations of an owner: previews, and what is made of them. */
export class SpeakerRenamesRepository {
  constructor(private readonly db: Database) {}

  /**
   * Finds the conversations of an owner in which somebody has a name, and keeps that as a preview. Nothing is renamed.
   * @throws AppError `speaker_rename_too_large`, `idempotency_key_reused`, `owner_being_erased`
   */
  async create(
    { ownerId, from, to }: NewSpeakerRename,
    request: IdempotentRequest | null,
  ): Promise<SpeakerRenameRecord> {
    const id = await inTransaction(this.db, async (tx) => {
      const renameId = newId('speakerRename');
      const claim = await claimKey(tx, request, renameId);
      if (claim.kind === 'reused') throw claim.reason;
      if (claim.kind === 'claimedBefore') return claim.subjectId;
      const names = { fromName: from, toName: to };
      const stored = await tx
        .insert(speakerRenames)
        .values({ id: renameId, ownerId, ...names, createdAt: new Date() })
        .returning({ beingErased: IS_BEING_ERASED });
      refuseOwnerErased(stored);
      const { rowCount } = await tx.execute(sql`
        INSERT INTO renamed_conversations (rename_id, conversation_id, outcome)
        SELECT ${renameId}, conversations.id, CASE WHEN EXISTS (
          SELECT FROM turns WHERE conversation_id = conversations.id AND speaker = ${to}
        ) THEN 'taken' ELSE 'pending' END
        FROM conversations WHERE owner_id = ${ownerId} AND EXISTS (
          SELECT FROM turns WHERE conversation_id = conversations.id AND speaker = ${from}
        ) ORDER BY conversations.id LIMIT ${MOST_RENAMED_CONVERSATIONS + 1}`);
      if ((rowCount ?? 0) > MOST_RENAMED_CONVERSATIONS) throw tooLarge();
      return renameId;
    });
    return this.find(id);
  }

  /** @throws AppError `not_found` */
  async find(id: string): Promise<SpeakerRenameRecord> {
    const [row] = await this.db.select().from(speakerRenames).where(eq(speakerRenames.id, id));
    if (row === undefined) throw notFound(id);
    const { appliedBy, undoneBy, ...rename } = row;
    return {
      ...rename,
      counts: await this.countsOf(id),
      ...(await becameOf(this.db, { appliedBy, undoneBy })),
    };
  }

  /** A page of its conversations, in order of their ids. @throws AppError `not_found` */
  async conversations({
    renameId,
    cursor,
    limit,
  }: RenamedConversationsQuery): Promise<Page<RenamedConversationRecord>> {
    await this.find(renameId);
    const { conversationId, outcome } = renamedConversations;
    const rows = await this.db
      .select({ conversationId, outcome, title: conversations.title })
      .from(renamedConversations)
      .innerJoin(conversations, eq(conversations.id, conversationId))
      .where(
        and(
          eq(renamedConversations.renameId, renameId),
          cursor === undefined ? undefined : gt(conversationId, cursor),
        ),
      )
      .orderBy(asc(conversationId))
      .limit(limit + 1);
    const items = rows.slice(0, limit);
    const last = items.at(-1)?.conversationId ?? null;
    return { items, nextCursor: rows.length > limit ? last : null };
  }

  /**
   * Asks for what the preview shows, once: the same request again returns what was asked for.
   * @throws AppError `not_found`
   */
  async apply(id: string): Promise<SpeakerRenameRecord> {
    await inTransaction(this.db, async (tx) => {
      const { appliedBy, ownerId } = await lock(tx, id);
      if (appliedBy !== null) return;
      const bulkChangeId = await beginPreviewed(tx, {
        ownerId,
        action: 'rename_speaker',
        selection: { kind: 'speakerRename', speakerRenameId: id },
      });
      await tx
        .update(speakerRenames)
        .set({ appliedBy: bulkChangeId })
        .where(eq(speakerRenames.id, id));
    });
    return this.find(id);
  }

  /**
   * Asks for the undoing of all that was renamed, once.
   * @throws AppError `not_found`; `speaker_rename_not_ready` before it was renamed
   */
  async undo(id: string): Promise<SpeakerRenameRecord> {
    await inTransaction(this.db, async (tx) => {
      const { appliedBy, undoneBy, ownerId } = await lock(tx, id);
      if (undoneBy !== null) return;
      if (!(await isApplied(tx, appliedBy))) throw notReady();
      const bulkChangeId = await beginPreviewed(tx, {
        ownerId,
        action: 'undo_speaker_rename',
        selection: { kind: 'speakerRename', speakerRenameId: id },
      });
      await tx
        .update(speakerRenames)
        .set({ undoneBy: bulkChangeId })
        .where(eq(speakerRenames.id, id));
    });
    return this.find(id);
  }

  /** Removes those that were made that long ago and are not at work. @returns how many */
  async removeExpired(madeBefore: Date): Promise<number> {
    return inTransaction(this.db, async (tx) => {
      const { rowCount } = await tx
        .delete(speakerRenames)
        .where(and(lt(speakerRenames.createdAt, madeBefore), IS_OVER));
      await tx.execute(sql`
        DELETE FROM renamed_conversations WHERE NOT EXISTS (
          SELECT FROM speaker_renames WHERE speaker_renames.id = rename_id)`);
      return rowCount ?? 0;
    });
  }

  private async countsOf(id: string): Promise<SpeakerRenameRecord['counts']> {
    const { outcome, renameId } = renamedConversations;
    const rows = await this.db
      .select({ outcome, count: sql<number>`count(*)::integer` })
      .from(renamedConversations)
      .where(eq(renameId, id))
      .groupBy(outcome);
    const of = (each: RenameOutcome) => rows.find((row) => row.outcome === each)?.count ?? 0;
    return {
      ...{ pending: of('pending'), renamed: of('renamed'), taken: of('taken') },
      ...{ gone: of('gone'), undone: of('undone') },
    };
  }
}

async function lock(tx: Transaction, id: string): Promise<typeof speakerRenames.$inferSelect> {
  const [row] = await tx
    .select()
    .from(speakerRenames)
    .where(eq(speakerRenames.id, id))
    .for('update');
  if (row === undefined) throw notFound(id);
  return row;
}

function notFound(id: string): AppError {
  return new AppError('not_found', `There is no renaming ${id}.`);
}

function notReady(): AppError {
  return new AppError('speaker_rename_not_ready', 'It was not done, or not all of it yet.');
}

function tooLarge(): AppError {
  const message = `There are more than ${MOST_RENAMED_CONVERSATIONS} conversations.`;
  return new AppError('speaker_rename_too_large', message);
}
