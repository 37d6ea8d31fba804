import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { dropAnswersOf } from '../engine-answers/drop-answers.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import {
  bulkChanges,
  dailyTokenUse,
  exports,
  imports,
  outbox,
  replacements,
  ownerGlossaries,
  ownerSettings,
  ownerUsage,
  retentionRules,
  speakerRenames,
  taskChunks,
  tasks,
  workSignals,
} from '../schema/index.ts';
import type { OpenErasure } from './erasure.records.ts';
import { removeKeysOf } from './remove-keys.ts';
import { renameEvents } from './rename-events.ts';

/** Events that are rewritten together. */
const PAGE = 500;

/**
 * Removes what an owner has beside the things that can be deleted, rules and settings included, and says in the log that the owner is
 * erased. Does nothing more when that has been done.
 */
export async function removeRest(tx: Transaction, erasure: OpenErasure): Promise<void> {
  const { ownerId } = erasure;
  await removeKeysOf(tx, ownerId);
  await tx.delete(exports).where(eq(exports.ownerId, ownerId));
  await tx.delete(imports).where(eq(imports.ownerId, ownerId));
  await tx.delete(bulkChanges).where(eq(bulkChanges.ownerId, ownerId));
  await tx.delete(retentionRules).where(eq(retentionRules.ownerId, ownerId));
  await tx.delete(ownerSettings).where(eq(ownerSettings.ownerId, ownerId));
  await tx.delete(replacements).where(eq(replacements.ownerId, ownerId));
  await tx.delete(speakerRenames).where(eq(speakerRenames.ownerId, ownerId));
  await tx.delete(ownerGlossaries).where(eq(ownerGlossaries.ownerId, ownerId));
  await tx.delete(ownerUsage).where(eq(ownerUsage.ownerId, ownerId));
  await tx.delete(dailyTokenUse).where(eq(dailyTokenUse.ownerId, ownerId));
  await tx.delete(workSignals).where(eq(workSignals.ownerId, ownerId));
  await tx.delete(outbox).where(sql`binned_task->>'owner_id' = ${ownerId}`);
  await removeTasks(tx, erasure);
  await appendAndApply(tx, [
    {
      type: 'owner_erased',
      ownerId: erasure.pseudonym,
      conversationId: null,
      taskId: null,
      idempotencyKey: `owner_erased:${erasure.id}`,
      data: { erasureId: erasure.id },
    },
  ]);
}

/** Their events are renamed at once: what the log says of them goes with `owner_erased`. */
async function removeTasks(tx: Transaction, { ownerId, pseudonym }: OpenErasure): Promise<void> {
  const locked = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(eq(tasks.ownerId, ownerId))
    .orderBy(asc(tasks.id))
    .for('update');
  const ids = sql.param(locked.map(({ id }) => id));
  const created = sql`owner_id = ${ownerId} AND type = 'task_created' AND task_id = ANY(${ids})`;
  while ((await renameEvents(tx, created, pseudonym, PAGE)) > 0);
  await dropAnswersOf(tx, sql`SELECT unnest(${ids}::text[])`);
  const mine = locked.map(({ id }) => id);
  for (let from = 0; from < mine.length; from += PAGE) {
    const some = mine.slice(from, from + PAGE);
    await tx.delete(outbox).where(inArray(outbox.taskId, some));
    await tx.delete(taskChunks).where(inArray(taskChunks.taskId, some));
    await tx.delete(tasks).where(inArray(tasks.id, some));
  }
}
