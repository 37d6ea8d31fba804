import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.ts';
import { ownerUsage, tasks } from '../schema/index.ts';
import {
  dayOf,
  overLimit,
  type OwnerDemand,
  type OwnerLimitError,
  type OwnerLimits,
  type OwnerUse,
} from './owner-limits.ts';

const NOTHING: OwnerUse = { tasksInFlight: 0, bytes: 0, audioMs: 0 };

/**
 * The remaining capacity of owners, within one transaction. Without limits it runs no queries and
 * accepts everything.
 */
export class OwnerLedger {
  private constructor(
    private readonly limits: OwnerLimits,
    private readonly uses: Map<string, OwnerUse>,
    private readonly now: Date,
  ) {}

  /**
   * Locks the usage of these owners until the transaction ends, so that the counts stay correct.
   * Lock conversations before this call and claim idempotency keys after it.
   */
  static async open(
    tx: Transaction,
    limits: OwnerLimits,
    ownerIds: readonly string[],
    now = new Date(),
  ): Promise<OwnerLedger> {
    const owners = [...new Set(ownerIds)].sort();
    if (!isLimited(limits) || owners.length === 0) return new OwnerLedger(limits, new Map(), now);
    // In sequence and in order, so that two gateways cannot deadlock. The usage is read by a later
    // statement, so it includes what earlier holders of the lock have committed.
    for (const ownerId of owners) {
      await tx.execute(
        sql`SELECT pg_advisory_xact_lock(hashtextextended(${`owner:${ownerId}`}, 0))`,
      );
    }
    return new OwnerLedger(limits, await readUses(tx, owners, now), now);
  }

  /**
   * Reserves a demand if it is within the limits.
   * @returns the reason for a refusal, or `null`
   */
  take(ownerId: string, demand: OwnerDemand): OwnerLimitError | null {
    const use = this.uses.get(ownerId);
    if (!use) return null;
    const refusal = overLimit(this.limits, use, demand, this.now);
    if (refusal) return refusal;
    this.uses.set(ownerId, {
      ...use,
      tasksInFlight: use.tasksInFlight + demand.tasks,
      bytes: use.bytes + demand.bytes,
    });
    return null;
  }
}

/** Whether any limit is set. */
export function isLimited(limits: OwnerLimits): boolean {
  return Object.values(limits).some((limit) => limit !== null);
}

/** Today's usage of owners, by id. Every given owner has an entry. */
export async function readUses(
  db: Database | Transaction,
  ownerIds: readonly string[],
  now: Date,
): Promise<Map<string, OwnerUse>> {
  const days = await db
    .select()
    .from(ownerUsage)
    .where(and(inArray(ownerUsage.ownerId, [...ownerIds]), eq(ownerUsage.day, dayOf(now))));
  const open = await db
    .select({ ownerId: tasks.ownerId, tasksInFlight: sql<number>`count(*)::int` })
    .from(tasks)
    .where(and(inArray(tasks.ownerId, [...ownerIds]), isNull(tasks.endedAt)))
    .groupBy(tasks.ownerId);
  const uses = new Map(ownerIds.map((id) => [id, NOTHING]));
  for (const { ownerId, bytes, audioMs } of days) {
    // A length that is corrected downwards just after midnight may make the sum of today negative.
    uses.set(ownerId, { ...NOTHING, bytes, audioMs: Math.max(0, audioMs) });
  }
  for (const { ownerId, tasksInFlight } of open) {
    uses.set(ownerId, { ...(uses.get(ownerId) ?? NOTHING), tasksInFlight });
  }
  return uses;
}
