import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { SummaryChange, SummaryContent } from '#contracts/model';
import { AppError } from '#platform';
import { lockConversation, type LockedConversation } from '../conversations/lock-conversations.ts';
import type { Database, Transaction } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { summaryEdits, turns } from '../schema/index.ts';
import { madeSummary, shownSummary, type ShownSummary } from './shown-summary.ts';

export type SummaryEditRecord = typeof summaryEdits.$inferSelect;

/** What people make of summaries. No later summary changes it, and nothing that was there is lost. */
export class SummaryEditsRepository {
  constructor(private readonly db: Database) {}

  /** The summary that is shown; `null` before the first. */
  shown(conversationId: string): Promise<ShownSummary | null> {
    return shownSummary(this.db, conversationId);
  }

  /** The newest summary as it was made; `null` before the first. */
  newest(conversationId: string): Promise<ShownSummary | null> {
    return madeSummary(this.db, conversationId);
  }

  /**
   * Replaces parts of the summary that is shown. Setting the same again changes nothing.
   * @throws AppError `not_found` when there is no such conversation, or a point cites a turn that it does
   * not have; `summary_missing` when there is no summary to edit
   */
  async edit(conversationId: string, change: SummaryChange): Promise<ShownSummary> {
    return inTransaction(this.db, async (tx) => {
      const { conversation, shown } = await lockShown(tx, conversationId);
      const content = changed(shown.content, change);
      await requireTurns(tx, conversationId, change);
      if (!isDeepStrictEqual(content, shown.content)) {
        await store(tx, conversation, shown, content);
      }
      return (await shownSummary(tx, conversationId)) ?? shown;
    });
  }

  /**
   * Shows the newest summary again instead of the edit, which is kept. Without an edit nothing changes.
   * @throws AppError `not_found`, `summary_missing`
   */
  async takeNewest(conversationId: string): Promise<ShownSummary> {
    return inTransaction(this.db, async (tx) => {
      const { conversation, shown } = await lockShown(tx, conversationId);
      if (shown.editedAt === null) return shown;
      await store(tx, conversation, shown, null);
      const newest = await shownSummary(tx, conversationId);
      if (newest !== null) return newest;
      throw noSummary('There is no other summary than the edited one.');
    });
  }

  /** All edits, oldest first; those without content have taken a summary again. */
  versions(conversationId: string): Promise<readonly SummaryEditRecord[]> {
    return this.db
      .select()
      .from(summaryEdits)
      .where(eq(summaryEdits.conversationId, conversationId))
      .orderBy(asc(summaryEdits.id));
  }
}

async function lockShown(
  tx: Transaction,
  id: string,
): Promise<{ readonly conversation: LockedConversation; readonly shown: ShownSummary }> {
  const conversation = await lockConversation(tx, id);
  if (conversation === null) throw new AppError('not_found', `There is no conversation ${id}.`);
  const shown = await shownSummary(tx, id);
  if (shown === null) throw noSummary('This conversation has not been summarised yet.');
  return { conversation, shown };
}

async function store(
  tx: Transaction,
  { id: conversationId, ownerId }: LockedConversation,
  { base }: ShownSummary,
  content: SummaryContent | null,
): Promise<void> {
  const id = newId('summaryEdit');
  const editedAt = new Date();
  await tx.insert(summaryEdits).values({ id, conversationId, base, content, editedAt });
  await appendAndApply(
    tx,
    [
      {
        type: 'summary_edited',
        ...{ ownerId, conversationId, taskId: null },
        idempotencyKey: `summary_edited:${id}`,
        data: { editId: id, summaryId: base.summaryId, undone: content === null },
      },
    ],
    editedAt,
  );
}

/** The parts that are given, and the others as they are. */
function changed(content: SummaryContent, change: SummaryChange): SummaryContent {
  const given = Object.entries(change).filter(([, part]) => part !== undefined);
  return { ...content, ...Object.fromEntries(given) };
}

async function requireTurns(
  tx: Transaction,
  conversationId: string,
  { keyPoints = [], decisions = [], actionItems = [] }: SummaryChange,
): Promise<void> {
  const points = [...keyPoints, ...decisions, ...actionItems];
  const cited = points.flatMap(({ turnIds, segments = [] }) => [
    ...turnIds,
    ...segments.map(({ turnId }) => turnId),
  ]);
  const ids = [...new Set(cited)];
  if (ids.length === 0) return;
  const found = await tx
    .select({ id: turns.id })
    .from(turns)
    .where(and(eq(turns.conversationId, conversationId), inArray(turns.id, ids)));
  const known = new Set(found.map(({ id }) => id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown === undefined) return;
  throw new AppError('not_found', `There is no turn ${unknown} in this conversation.`);
}

function noSummary(message: string): AppError {
  return new AppError('summary_missing', message);
}
