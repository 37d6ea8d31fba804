import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { noteUnusedBlobs } from '../blobs/note-unused-blobs.ts';
import type { Transaction } from '../database/database.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { clips } from '../schema/index.ts';
import { lockQuiet } from './lock-quiet.ts';

/**
 * Removes the recordings of a conversation; what was said stays. Their bytes are removed by the next
 * clean-up, unless something else refers to them.
 * @returns whether there were any
 */
export async function removeAudio(tx: Transaction, id: string, taskId: string): Promise<boolean> {
  const conversation = await lockQuiet(tx, id);
  if (conversation === null) return false;
  const isKept = and(eq(clips.conversationId, id), isNull(clips.audioRemovedAt));
  const kept = await tx.select({ id: clips.id }).from(clips).where(isKept).orderBy(asc(clips.id));
  const ids = kept.map((clip) => clip.id);
  if (ids.length === 0) return false;
  const now = new Date();
  await tx.update(clips).set({ audioRemovedAt: now }).where(inArray(clips.id, ids));
  await noteUnusedBlobs(
    tx,
    sql`SELECT DISTINCT sha256 FROM clips WHERE id = ANY(${sql.param(ids)})`,
  );
  const { ownerId } = conversation;
  await appendAndApply(
    tx,
    ids.map((clipId) => ({
      type: 'clip_audio_removed' as const,
      ...{ ownerId, conversationId: id, taskId },
      idempotencyKey: `clip_audio_removed:${clipId}`,
      data: { clipId },
    })),
    now,
  );
  return true;
}
