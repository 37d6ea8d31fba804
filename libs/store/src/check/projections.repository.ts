import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { EventLogRepository } from '../feed/event-log.repository.ts';
import {
  ProjectionRepair,
  type RepairGroup,
  type RepairedRow,
  type RowRule,
} from './projection-repair.ts';
import { ProjectionView } from './projection-view.ts';

const SETTLING_POLL_MS = 20;

/** Reads the change log together with the rows that follow from it, and repairs those rows. */
export class ProjectionsRepository {
  private readonly log: EventLogRepository;

  constructor(private readonly db: Database) {
    this.log = new EventLogRepository(db);
  }

  /**
   * Reads the log and the rows as they were at one moment, without locks. Writers are not held up.
   */
  async view<Result>(work: (view: ProjectionView) => Promise<Result>): Promise<Result> {
    return inTransaction(this.db, (tx) => work(new ProjectionView(tx)), {
      isolationLevel: 'repeatable read',
      accessMode: 'read only',
    });
  }

  /**
   * The number up to which every event is committed, or will never exist (see `EventTail`). Waits
   * for the transactions that are running now.
   * @param timeoutMs maximum time to wait, in milliseconds
   * @returns `null` when one of them is still running after that time
   */
  async settledNumber(timeoutMs: number): Promise<number | null> {
    const deadline = performance.now() + timeoutMs;
    // The order matters: all transactions that took a number up to this one have lower ids.
    const sequence = await this.log.lastSequence();
    const transaction = await this.log.nextTransaction();
    while ((await this.log.oldestRunning()) < transaction) {
      if (performance.now() > deadline) return null;
      await sleep(SETTLING_POLL_MS);
    }
    return sequence;
  }

  /**
   * Sets fields to what the log says, in one transaction that takes the locks of the writers, so
   * that no change of a writer is lost. What the log says is computed again under the locks. Rows
   * that do not exist are left out.
   * @param rule computes what the log says of the rows
   * @returns what was changed
   */
  async repair(group: RepairGroup, rule: RowRule): Promise<readonly RepairedRow[]> {
    return inTransaction(this.db, (tx) => new ProjectionRepair(tx, group, rule).run());
  }
}
