import { eq, sql } from 'drizzle-orm';
import { ulid } from 'ulid';
import { projectOf } from '../../conversations/project-of.ts';
import type { Transaction } from '../../database/database.ts';
import { dropAnswersOf } from '../../engine-answers/drop-answers.ts';
import { passAnswers } from '../../engine-answers/pass-answers.ts';
import { appendAndApply } from '../../events/append-and-apply.ts';
import { lockProject } from '../../projects/lock-project.ts';
import { forgetSource } from '../../projects/move-conversation.ts';
import { wantReports } from '../../projects/want-reports.ts';
import { removeReportsBefore } from '../../reports/remove-reports.ts';
import { summaries } from '../../schema/index.ts';
import type { BinItemRecord } from '../bin-item.records.ts';

/**
 * Takes what was made of the whole conversation away: its summaries, and what agents have read in it.
 * All of it is made again, without what was deleted. The answers of engines are passed to the item,
 * and stay for whoever asks the same again.
 */
export async function leaveDerived(
  tx: Transaction,
  { id: itemId, ownerId, belongsTo }: BinItemRecord,
): Promise<void> {
  const conversationId = belongsTo ?? '';
  await removeSummaries(tx, ownerId, conversationId);
  const projectId = await projectOf(tx, conversationId);
  if (projectId !== null) await forgetSource(tx, projectId, conversationId);
  const earlier = sql`
    SELECT ${conversationId}::text UNION ALL SELECT id FROM tasks WHERE conversation_id = ${conversationId}`;
  await passAnswers(tx, earlier, itemId);
}

/** It is back: reports are made again with it. */
export async function wantDerived(
  tx: Transaction,
  { id: itemId, belongsTo }: BinItemRecord,
): Promise<void> {
  const conversationId = belongsTo ?? '';
  await passAnswers(tx, sql`SELECT ${itemId}::text`, conversationId);
  const projectId = await projectOf(tx, conversationId);
  if (projectId !== null) await wantReports(tx, await lockProject(tx, projectId));
}

/**
 * Removes the reports that were made with it, what people decided about its facts, and the answers
 * that may tell of it. Its rows are still in the bin.
 */
export async function purgeDerived(tx: Transaction, item: BinItemRecord): Promise<void> {
  const { id: itemId, belongsTo, deletedAt } = item;
  const sourceId = belongsTo ?? '';
  const turns = sql`
    SELECT row->>'id' FROM bin_rows WHERE item_id = ${itemId} AND table_name = 'turns'`;
  await removeReportsBefore(tx, { sourceId, before: deletedAt, turns });
  // An answer that was passed to one of them may tell of the others as well.
  await dropAnswersOf(
    tx,
    sql`SELECT id FROM bin_items WHERE belongs_to = ${sourceId} AND kind IN ('exchange', 'clip')`,
  );
}

async function removeSummaries(
  tx: Transaction,
  ownerId: string,
  conversationId: string,
): Promise<void> {
  const { id } = summaries;
  const ofIt = eq(summaries.conversationId, conversationId);
  const removed = await tx.select({ id }).from(summaries).where(ofIt).orderBy(id);
  await appendAndApply(
    tx,
    removed.map(({ id: summaryId }) => ({
      type: 'summary_removed',
      ...{ ownerId, conversationId, taskId: null },
      idempotencyKey: `summary_removed:${summaryId}:${ulid()}`,
      data: { summaryId },
    })),
  );
}
