import { eq, sql, type SQL } from 'drizzle-orm';
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

/** The facts that were read in turns of a conversation and that people have decided about. */
export async function findDecidedFacts(
  tx: Transaction,
  conversationId: string,
  turns: SQL,
): Promise<readonly string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    SELECT facts.id FROM fact_decisions JOIN facts ON facts.id = fact_decisions.fact_id
    WHERE fact_decisions.source_id = ${conversationId}
      AND (${conversationId}, facts.citation->>'turnId') IN (${turns})
    ORDER BY facts.id`);
  return rows.map(({ id }) => id);
}

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

/** Removes the reports that were made with it, and the answers that may have been. */
export async function purgeDerived(tx: Transaction, item: BinItemRecord): Promise<void> {
  const { belongsTo, deletedAt, decidedFacts } = item;
  const sourceId = belongsTo ?? '';
  await removeReportsBefore(tx, { sourceId, before: deletedAt, factIds: decidedFacts });
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
