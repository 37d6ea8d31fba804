import { sql, type SQL } from 'drizzle-orm';
import type { BinKind } from '#contracts/model';
import { AppError } from '#platform';
import { BinPurgeRepository } from '../bin/bin-purge.repository.ts';
import { deleteToBin } from '../bin/bin.repository.ts';
import type { Database } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { dropMessages } from './drop-messages.ts';
import type { OpenErasure } from './erasure.records.ts';
import { removeRest } from './remove-rest.ts';
import { renameEvents } from './rename-events.ts';

/** Something of an owner that can be deleted. */
export interface OwnedThing {
  readonly kind: BinKind;
  readonly id: string;
  readonly isBinned: boolean;
}

/** Whatever was deleted before is purged. */
const ANY_TIME = new Date(Date.UTC(9999, 0, 1));

/**
 * What an owner has. Conversations come before projects, whose deletion would otherwise change each of
 * them, which is refused by now. In the bin, wholes come before their parts.
 */
const THINGS: readonly ((ownerId: string, limit: number) => SQL)[] = [
  thingsIn('conversations', 'conversation'),
  thingsIn('memories', 'memory'),
  thingsIn('projects', 'project'),
  (ownerId, limit) => sql`
    SELECT kind, id, true AS "isBinned" FROM bin_items WHERE owner_id = ${ownerId}
    ORDER BY array_position(ARRAY['project', 'conversation', 'document', 'memory'], kind), id
    LIMIT ${limit}`,
];

/**
 * Erases owners from a database. Each step may be repeated: what is gone is not there any more, and the
 * check of the projections finds no difference after any of them.
 */
export class OwnerEraser {
  private readonly purge: BinPurgeRepository;

  constructor(private readonly db: Database) {
    this.purge = new BinPurgeRepository(db);
  }

  /** How much is left of an owner: things that can be deleted, and events with the name. */
  async sizeOf(ownerId: string): Promise<{ readonly things: number; readonly events: number }> {
    const { rows } = await this.db.execute<{ things: number; events: number }>(sql`
      SELECT (SELECT count(*)::int FROM events WHERE owner_id = ${ownerId}) AS events,
        (SELECT count(*)::int FROM (
          SELECT FROM projects WHERE owner_id = ${ownerId}
          UNION ALL SELECT FROM conversations WHERE owner_id = ${ownerId}
          UNION ALL SELECT FROM memories WHERE owner_id = ${ownerId} AND conversation_id IS NULL
          UNION ALL SELECT FROM bin_items WHERE owner_id = ${ownerId}) AS owned) AS things`);
    return rows[0] ?? { things: 0, events: 0 };
  }

  /** Some of what an owner has; empty when nothing is left that can be deleted. */
  async things(ownerId: string, limit: number): Promise<readonly OwnedThing[]> {
    for (const query of THINGS) {
      const { rows } = await this.db.execute<{ kind: BinKind; id: string; isBinned: boolean }>(
        query(ownerId, limit),
      );
      if (rows.length > 0) return rows;
    }
    return [];
  }

  /**
   * Removes something for good, with all that belongs to it: its work is cancelled, its rows go, and its
   * bytes are noted. It may be gone already.
   */
  async remove({ kind, id, isBinned }: OwnedThing): Promise<void> {
    if (!isBinned) await deleteToBin(this.db, { kind, id }, {}).catch(ignoreMissing);
    await this.purge.purge(id, ANY_TIME);
  }

  /**
   * Drops what Temporal has not been told of an owner.
   * @returns whether some of it is just being delivered; it is left
   */
  async dropMessages(ownerId: string): Promise<boolean> {
    return dropMessages(this.db, ownerId);
  }

  /**
   * Removes what belongs to nothing that can be deleted: tasks of memories, exports and imports, usage,
   * keys of requests, and messages for Temporal. The log says then that the owner is erased.
   */
  async removeRest(erasure: OpenErasure): Promise<void> {
    await inTransaction(this.db, (tx) => removeRest(tx, erasure));
  }

  /**
   * Gives some events of an owner the pseudonym, and takes the words out of them.
   * @returns how many; 0 when none is left
   */
  async renameEvents({ ownerId, pseudonym }: OpenErasure, limit: number): Promise<number> {
    const condition = sql`owner_id = ${ownerId}`;
    return inTransaction(this.db, (tx) => renameEvents(tx, condition, pseudonym, limit));
  }
}

function thingsIn(table: string, kind: BinKind) {
  return (ownerId: string, limit: number): SQL => sql`
    SELECT ${kind}::text AS kind, id, false AS "isBinned" FROM ${sql.identifier(table)}
    WHERE owner_id = ${ownerId} ORDER BY id LIMIT ${limit}`;
}

/** Somebody else has deleted it meanwhile. */
function ignoreMissing(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
}
