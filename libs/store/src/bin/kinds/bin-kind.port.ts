import type { SQL } from 'drizzle-orm';
import type { Transaction } from '../../database/database.ts';
import type { NewEvent } from '../../events/domain-events.ts';
import type { EvictionRule } from '../../memories/pins.ts';
import type { TaskRecord } from '../../tasks/task.records.ts';
import type { BinItemRecord, Deletable } from '../bin-item.records.ts';
import type { BinTable } from '../bin-table.ts';

/** What happens to an item of the bin, as the names of its events say. */
export type BinHappening = 'deleted' | 'restored' | 'purged';

/** What a restore needs to know of the installation. */
export interface RestoreTerms {
  /** Decides which pins go when more came back than the cap allows. */
  readonly evict: EvictionRule;
  /** Whether the installation scores memories. */
  readonly scoring: boolean;
}

/**
 * How one kind of thing is deleted and restored. All methods are called in the transaction of the
 * deletion or restore, in the order in which they are listed, but for `event`.
 */
export interface BinKindRules {
  /** Its tables, each after those that its rows refer to. */
  readonly tables: readonly BinTable[];
  /** The condition of the tasks that work on it. They are locked before anything else. */
  readonly tasksOf: (id: string) => SQL;
  /**
   * Locks it and what it belongs to, in the order of all writers, and changes nothing.
   * @returns `null` when it is not there; `'again'` when it has changed, so that all must be locked
   * anew
   */
  readonly lock: (tx: Transaction, id: string) => Promise<Deletable | 'again' | null>;
  /**
   * Ends its work, and takes it out of what others compute from it. Its rows are moved then.
   * @param tasks the locked ones
   * @returns ids of the tasks that a restore starts again
   */
  readonly leave: (
    tx: Transaction,
    thing: Deletable,
    tasks: readonly TaskRecord[],
  ) => Promise<readonly string[]>;
  /** Its rows are in the bin. Removes what was made of it in what stays. */
  readonly onDeleted?: (tx: Transaction, item: BinItemRecord) => Promise<void>;
  /** Locks what a restored thing belongs to. @returns `false` when that is not there */
  readonly lockHome: (tx: Transaction, item: BinItemRecord) => Promise<boolean>;
  /** Removes what was made of it and is not among its rows, which are about to be removed. */
  readonly onPurged?: (tx: Transaction, item: BinItemRecord) => Promise<void>;
  /** Its rows are back. */
  readonly onRestored: (tx: Transaction, item: BinItemRecord, terms: RestoreTerms) => Promise<void>;
  /**
   * The event that something happens to it. Its rows are in the bin at that moment.
   * @param key makes its idempotency key unique
   */
  readonly event: (
    happening: BinHappening,
    item: Pick<BinItemRecord, 'id' | 'ownerId' | 'belongsTo'>,
    key: string,
    tx: Transaction,
  ) => NewEvent | Promise<NewEvent>;
}
