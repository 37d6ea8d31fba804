import { eq, sql } from 'drizzle-orm';
import { projectOf } from '../conversations/project-of.ts';
import type { Transaction } from '../database/database.ts';
import { dropAnswersOf } from '../engine-answers/drop-answers.ts';
import { RESULTS_OF_AUDIO } from '../blobs/results-of-audio.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { forgetSource } from '../projects/move-conversation.ts';
import { removeReportsOf } from '../reports/remove-reports.ts';
import {
  conversations,
  memories,
  replacementPassages,
  segments,
  taskChunks,
  textVersions,
} from '../schema/index.ts';
import { lockQuiet } from './lock-quiet.ts';

/**
 * Removes the words of a conversation, with what holds them: earlier versions, corrections, results and
 * answers of engines, facts and reports that rest on them, and the dialogue before memories. Recordings,
 * summaries and memories stay; no summary is made of what is left.
 * @returns whether there were any
 */
export async function removeTranscript(
  tx: Transaction,
  id: string,
  taskId: string,
): Promise<boolean> {
  const conversation = await lockQuiet(tx, id);
  if (conversation === null) return false;
  if ((await tx.$count(segments, eq(segments.conversationId, id))) === 0) return false;
  const projectId = await projectOf(tx, id);
  await removeWords(tx, id);
  const revision = conversation.revision + 1;
  await appendAndApply(tx, [
    {
      type: 'transcript_removed',
      ...{ ownerId: conversation.ownerId, conversationId: id, taskId },
      idempotencyKey: `transcript_removed:${id}:${revision}`,
      data: { revision },
    },
  ]);
  await tx
    .update(conversations)
    .set({ summarySeenRevision: revision, transcriptRemovedAt: new Date() })
    .where(eq(conversations.id, id));
  if (projectId !== null) await forgetSource(tx, projectId, id);
  await removeReportsOf(tx, id);
  return true;
}

async function removeWords(tx: Transaction, id: string): Promise<void> {
  await dropAnswersOf(
    tx,
    sql`SELECT ${id} UNION ALL SELECT id FROM tasks WHERE conversation_id = ${id}
      UNION ALL SELECT id FROM memories WHERE conversation_id = ${id}`,
  );
  await tx.execute(sql`
    DELETE FROM correction_changes WHERE segment_id IN (
      SELECT id FROM segments WHERE conversation_id = ${id})`);
  await tx.delete(replacementPassages).where(eq(replacementPassages.conversationId, id));
  await tx.delete(textVersions).where(eq(textVersions.conversationId, id));
  await tx.delete(segments).where(eq(segments.conversationId, id));
  await tx
    .update(taskChunks)
    .set({ partial: null })
    .where(sql`task_id IN (SELECT id FROM tasks WHERE conversation_id = ${id})`);
  await tx.update(memories).set({ priorDialogue: [] }).where(eq(memories.conversationId, id));
  await dropChunkResults(tx, id);
}

/** What was decoded of its recordings and who was told apart, unless others have the same ones. */
async function dropChunkResults(tx: Transaction, id: string): Promise<void> {
  for (const results of RESULTS_OF_AUDIO) {
    await tx.execute(sql`
      DELETE FROM ${results} WHERE audio_sha256 IN (
        SELECT own.sha256 FROM clips AS own WHERE own.conversation_id = ${id}
          AND NOT EXISTS (
            SELECT FROM clips AS other
            WHERE other.sha256 = own.sha256 AND other.conversation_id <> ${id})
          AND NOT EXISTS (
            SELECT FROM bin_rows
            WHERE table_name IN ('clips', 'documents') AND row->>'sha256' = own.sha256))`);
  }
}
