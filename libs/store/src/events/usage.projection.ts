import { sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import { dayOf } from '../owners/owner-limits.ts';
import { ownerUsage } from '../schema/index.ts';
import type { EventOf } from './domain-events.ts';

/** Adds the bytes of received clips to the daily usage of their owners. */
export async function countBytes(
  tx: Transaction,
  events: readonly EventOf<'clip_received'>[],
  at: Date,
): Promise<void> {
  const byOwner = Map.groupBy(events, ({ ownerId }) => ownerId);
  const rows = [...byOwner].map(([ownerId, clips]) => ({
    ownerId,
    day: dayOf(at),
    bytes: clips.reduce((sum, { data }) => sum + data.sizeBytes, 0),
  }));
  // In the order of the owners, so that two gateways cannot deadlock.
  rows.sort((one, other) => (one.ownerId < other.ownerId ? -1 : 1));
  const added = sql`
    ON CONFLICT (owner_id, day) DO UPDATE SET bytes = owner_usage.bytes + excluded.bytes`;
  await insertRows(tx, ownerUsage, ['ownerId', 'day', 'bytes'], rows, added);
}

/**
 * Adds the length of a clip to the daily usage of its owner, before the clip is updated. Only the
 * difference from the known length is added, so a clip counts once however often it is read.
 */
export async function countAudio(
  tx: Transaction,
  ownerId: string,
  clip: { readonly clipId: string; readonly durationMs: number },
  at: Date,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO owner_usage (owner_id, day, audio_ms)
    SELECT ${ownerId}, ${dayOf(at)}::date, ${clip.durationMs}::bigint - known.ms
    FROM (
      SELECT coalesce(duration_ms, 0) AS ms FROM clips WHERE id = ${clip.clipId} FOR UPDATE
    ) AS known
    WHERE known.ms <> ${clip.durationMs}
    ON CONFLICT (owner_id, day) DO UPDATE
      SET audio_ms = owner_usage.audio_ms + excluded.audio_ms`);
}
