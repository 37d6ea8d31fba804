import type { DispatchRound } from './deliver-claimed.ts';
import type { Gate, TestStore } from '../store.fixture.ts';

/** Delivers the row with this key: that of its task or entity. */
type DeliverKey = (key: string) => Promise<void>;

/** One table of deliveries to Temporal, and a record of what was delivered from it. */
export abstract class Dispatched {
  readonly delivered: string[] = [];

  constructor(
    protected readonly store: TestStore,
    private readonly table: 'outbox' | 'work_signals',
  ) {}

  /** Adds a row that is due. @returns its key */
  abstract add(): Promise<string>;

  /** Delivers due rows; by default it records them only. */
  abstract dispatch(limit?: number, deliver?: DeliverKey): Promise<DispatchRound>;

  /** Records deliveries; each then waits for the gate, if there is one. */
  recorded(gate?: Gate): DeliverKey {
    return async (key) => {
      this.delivered.push(key);
      await gate?.opened;
    };
  }

  /** Records deliveries; each fails once the gate is open. */
  refused(gate?: Gate): DeliverKey {
    return async (key) => {
      await this.recorded(gate)(key);
      throw new Error('Temporal is away');
    };
  }

  /** How many rows are stored. */
  waiting(where = 'true'): Promise<number> {
    return this.store.count(this.table, where);
  }

  /** Milliseconds until the only row is due. */
  async waitMs(): Promise<number> {
    const [row] = await this.store.rows(
      `SELECT extract(epoch FROM due_at - clock_timestamp()) * 1000 AS wait FROM ${this.table}`,
    );
    return Number(row?.['wait']);
  }

  /** Lets the waits and leases of all rows end. */
  async makeDue(): Promise<void> {
    await this.store.rows(`UPDATE ${this.table} SET due_at = now()`);
  }

  /** Removes all rows and forgets what was delivered. */
  async reset(): Promise<void> {
    this.delivered.length = 0;
    await this.store.rows(`DELETE FROM ${this.table}`);
  }
}

/** The outbox. The key of a message is the id of its task. */
export class DispatchedMessages extends Dispatched {
  constructor(store: TestStore) {
    super(store, 'outbox');
  }

  override async add(): Promise<string> {
    return (await this.store.newScoring()).id;
  }

  override dispatch(limit = 100, deliver = this.recorded()): Promise<DispatchRound> {
    return this.store.repositories.outbox.dispatch(limit, ({ task }) =>
      deliver(task.id).then(() => 'delivered'),
    );
  }
}

/** The work signals. The key of a signal is the id of its conversation. */
export class DispatchedSignals extends Dispatched {
  constructor(store: TestStore) {
    super(store, 'work_signals');
  }

  /** @param conversationId by default a new conversation */
  override async add(conversationId?: string): Promise<string> {
    const id = conversationId ?? (await this.store.newConversation());
    await this.store.rows(
      `INSERT INTO work_signals (entity_kind, entity_id, owner_id) VALUES ('conversation', $1, 'ada')`,
      [id],
    );
    return id;
  }

  override dispatch(limit = 100, deliver = this.recorded()): Promise<DispatchRound> {
    return this.store.repositories.workSignals.dispatch(limit, ({ id }) => deliver(id));
  }
}
