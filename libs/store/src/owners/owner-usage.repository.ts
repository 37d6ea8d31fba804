import type { Database } from '../database/database.ts';
import { isLimited, readUses } from './owner-ledger.ts';
import {
  NO_LIMITS,
  overLimit,
  type OwnerDemand,
  type OwnerLimits,
  type OwnerUse,
} from './owner-limits.ts';

/** What owners have taken of their limits today. */
export class OwnerUsageRepository {
  constructor(
    private readonly db: Database,
    readonly limits: OwnerLimits = NO_LIMITS,
  ) {}

  /** What an owner has taken so far; nothing of one whom nobody knows. */
  async find(ownerId: string, now: Date): Promise<OwnerUse> {
    const use = (await readUses(this.db, [ownerId], now)).get(ownerId);
    if (!use) throw new Error(`what ${ownerId} has taken was not counted`);
    return use;
  }

  /**
   * Spares an owner the sending of what would be refused anyway. Others may take what is left
   * meanwhile, so whoever accepts it looks again.
   * @param demand the least that it can be
   * @throws OwnerLimitError
   */
  async refuseIfUsedUp(ownerId: string, demand: OwnerDemand): Promise<void> {
    if (!isLimited(this.limits)) return;
    const now = new Date();
    const refusal = overLimit(this.limits, await this.find(ownerId, now), demand, now);
    if (refusal) throw refusal;
  }
}
