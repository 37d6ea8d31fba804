import type { Database } from '../database/database.ts';
import { isLimited, readUses } from './owner-ledger.ts';
import {
  NO_LIMITS,
  overLimit,
  type OwnerDemand,
  type OwnerLimits,
  type OwnerUse,
} from './owner-limits.ts';

/** Current usage of owners. */
export class OwnerUsageRepository {
  constructor(
    private readonly db: Database,
    readonly limits: OwnerLimits = NO_LIMITS,
  ) {}

  /** Usage of an owner; all zeros for an unknown owner. */
  async find(ownerId: string, now: Date): Promise<OwnerUse> {
    const use = (await readUses(this.db, [ownerId], now)).get(ownerId);
    if (!use) throw new Error(`the usage of ${ownerId} was not read`);
    return use;
  }

  /**
   * Rejects a request early that would be refused anyway. The check is repeated on acceptance,
   * because concurrent requests may use up the rest.
   * @param demand lower bound of the demand
   * @throws OwnerLimitError
   */
  async refuseIfUsedUp(ownerId: string, demand: OwnerDemand): Promise<void> {
    if (!isLimited(this.limits)) return;
    const now = new Date();
    const refusal = overLimit(this.limits, await this.find(ownerId, now), demand, now);
    if (refusal) throw refusal;
  }
}
