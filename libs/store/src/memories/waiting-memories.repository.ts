import type { Database } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { ownersWithWaiting, scoreWaiting } from './score-waiting.ts';

/** Memories of no conversation that have waited and that nobody has given a task. */
export class WaitingMemoriesRepository {
  /** @param scoring whether the installation scores memories */
  constructor(
    private readonly db: Database,
    private readonly scoring: boolean,
  ) {}

  /**
   * Gives each owner on a page a task for the memories that wait, as when scoring was switched on for
   * the installation, or when the task before failed.
   * @param afterOwnerId last owner of the previous page; `''` for the first page
   * @param limit maximum number of owners
   * @returns the owners of the page, each with whether it got a task
   */
  async scoreForgotten(
    afterOwnerId: string,
    limit: number,
  ): Promise<readonly { readonly ownerId: string; readonly created: boolean }[]> {
    if (!this.scoring) return [];
    const found: { ownerId: string; created: boolean }[] = [];
    for (const ownerId of await ownersWithWaiting(this.db, afterOwnerId, limit)) {
      const created = await inTransaction(this.db, (tx) => scoreWaiting(tx, ownerId, this.scoring));
      found.push({ ownerId, created });
    }
    return found;
  }
}
