import { sql } from 'drizzle-orm';
import { BLOB_REFERENCES, UnusedBlobsRepository } from '../blobs/unused-blobs.repository.ts';
import { RESULTS_OF_AUDIO } from '../blobs/results-of-audio.ts';
import type { Database } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { EngineAnswersRepository } from '../engine-answers/engine-answers.repository.ts';
import { erasures } from '../schema/index.ts';
import type { KeptErasure, OpenErasure } from './erasure.records.ts';
import { OwnerEraser } from './owner-eraser.ts';
import { hashOfOwner } from './owner-hash.ts';

const THINGS_AT_ONCE = 50;
const EVENTS_AT_ONCE = 500;

/** What a restored database was given. */
export interface ErasedRestored {
  /** How many owners were erased. */
  readonly owners: number;
  /** SHA-256 of recordings and documents to which nothing refers any more. */
  readonly unused: ReadonlySet<string>;
}

/**
 * Erases from a restored database every owner whose erasure it does not know as completed: a backup from
 * before the erasure, or from the middle of it, holds nothing of the owner that was made after it. What
 * one that is newer than the erasure holds was made since, and stays. Nobody else uses the database.
 * @param tombstones what is kept of all erasures; the database has them afterwards
 * @throws the abort reason
 */
export async function eraseRestored(
  db: Database,
  tombstones: readonly KeptErasure[],
  signal: AbortSignal,
): Promise<ErasedRestored> {
  const due = await notCompleted(db, tombstones);
  const erased = await ownersOf(db, due, signal);
  for (const erasure of erased) await eraseOne(db, erasure, signal);
  await settle(db, due);
  if (erased.length > 0) {
    await new EngineAnswersRepository(db).removeUnused(new Date());
    await new UnusedBlobsRepository(db).removeNamelessResults();
  }
  return { owners: erased.length, unused: await unusedIn(db) };
}

/** The tombstones of erasures that a database does not know as completed, each once. */
async function notCompleted(
  db: Database,
  tombstones: readonly KeptErasure[],
): Promise<readonly KeptErasure[]> {
  const { rows } = await db.execute<{ id: string }>(
    sql`SELECT id FROM erasures WHERE completed_at IS NOT NULL`,
  );
  const completed = new Set(rows.map(({ id }) => id));
  const byId = new Map(tombstones.map((tombstone) => [tombstone.id, tombstone]));
  return [...byId.values()].filter(({ id }) => !completed.has(id));
}

/** The owners of a database that have one of these tombstones; it is the only one that has their names. */
async function ownersOf(
  db: Database,
  due: readonly KeptErasure[],
  signal: AbortSignal,
): Promise<readonly OpenErasure[]> {
  if (due.length === 0) return [];
  const { rows } = await db.execute<{ ownerId: string }>(OWNERS);
  const found: OpenErasure[] = [];
  for (const salt of new Set(due.map((tombstone) => tombstone.salt))) {
    const byHash = new Map(
      due.filter((each) => each.salt === salt).map((each) => [each.ownerHash, each]),
    );
    for (const { ownerId } of rows) {
      signal.throwIfAborted();
      const tombstone = byHash.get(await hashOfOwner(ownerId, salt));
      if (tombstone) found.push({ id: tombstone.id, pseudonym: tombstone.pseudonym, ownerId });
    }
  }
  return found;
}

/** Everybody of whom there is anything. */
const OWNERS = sql`
  SELECT owner_id AS "ownerId" FROM events UNION SELECT owner_id FROM conversations
  UNION SELECT owner_id FROM projects UNION SELECT owner_id FROM documents
  UNION SELECT owner_id FROM memories UNION SELECT owner_id FROM tasks
  UNION SELECT owner_id FROM bin_items UNION SELECT owner_id FROM exports
  UNION SELECT owner_id FROM bulk_changes WHERE owner_id IS NOT NULL
  UNION SELECT owner_id FROM retention_rules WHERE owner_id IS NOT NULL
  UNION SELECT owner_id FROM imports UNION SELECT owner_id FROM owner_usage
  UNION SELECT owner_id FROM daily_token_use
  UNION SELECT owner_id FROM owner_settings UNION SELECT owner_id FROM owner_glossaries
  UNION SELECT owner_id FROM replacements UNION SELECT owner_id FROM speaker_renames
  UNION SELECT owner_id FROM erasures WHERE owner_id IS NOT NULL`;

async function eraseOne(db: Database, erasure: OpenErasure, signal: AbortSignal): Promise<void> {
  const eraser = new OwnerEraser(db);
  const { ownerId } = erasure;
  for (;;) {
    const things = await eraser.things(ownerId, THINGS_AT_ONCE);
    for (const thing of things) {
      signal.throwIfAborted();
      await eraser.remove(thing);
    }
    if (things.length === 0) break;
  }
  await eraser.removeRest(erasure);
  while ((await eraser.renameEvents(erasure, EVENTS_AT_ONCE)) > 0) signal.throwIfAborted();
}

/**
 * Notes the erasures, so that this database brings nobody back either. One that was not completed in the
 * replaced database goes on: Temporal may still know its owner.
 */
async function settle(db: Database, due: readonly KeptErasure[]): Promise<void> {
  if (due.length === 0) return;
  const now = new Date();
  const rows = due.map((kept) => ({
    ...kept,
    completedAt: kept.ownerId === null ? (kept.completedAt ?? now) : null,
  }));
  const set = {
    ownerId: sql`excluded.owner_id`,
    counts: sql`coalesce(excluded.counts, ${erasures.counts})`,
    completedAt: sql`excluded.completed_at`,
  };
  await db.insert(erasures).values(rows).onConflictDoUpdate({ target: erasures.id, set });
}

/**
 * Bytes to which nothing refers. They are not put back; what was decoded of them goes at once, because
 * the clean-up that removes both may be a while away.
 */
async function unusedIn(db: Database): Promise<ReadonlySet<string>> {
  return inTransaction(db, async (tx) => {
    const { rows } = await tx.execute<{ sha256: string }>(sql`
      SELECT sha256 FROM unused_blobs WHERE NOT EXISTS (
        SELECT FROM (${BLOB_REFERENCES}) AS used WHERE used.sha256 = unused_blobs.sha256)`);
    const unused = rows.map(({ sha256 }) => sha256);
    for (const results of RESULTS_OF_AUDIO) {
      await tx.execute(
        sql`DELETE FROM ${results} WHERE audio_sha256 = ANY(${sql.param(unused)}::text[])`,
      );
    }
    return new Set(unused);
  });
}
