import { and, asc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { ulid } from 'ulid';
import { lockConversations } from '../conversations/lock-conversations.ts';
import type { Transaction } from '../database/database.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import type { EventOf } from '../events/domain-events.ts';
import { changeTask } from '../events/task.projection.ts';
import { lockPins } from '../memories/pins.ts';
import { events } from '../schema/index.ts';
import {
  checkedColumns,
  toCheckedRow,
  toColumnValue,
  type CheckedRow,
  type CheckedTable,
} from './checked-tables.ts';
import { lockRowsInBin, writeInBin } from './rows-in-bin.ts';
import { storedEvents, type StoredEvent } from './stored-event.ts';

/** Rows that are repaired together: those of a conversation, or of an owner without one. */
export interface RepairGroup {
  readonly ownerId: string;
  readonly conversationId: string | null;
  /** Ids of the rows of each table. */
  readonly rows: Readonly<Partial<Record<CheckedTable, readonly string[]>>>;
}

/** Computes what the log says of the rows of a group. */
export interface RowRule {
  /** Takes the events of the group, in the order of their numbers. */
  readonly take: (events: readonly StoredEvent[]) => void;
  /** The fields of a row that must change, with their values as rows are compared. */
  readonly changesOf: (table: CheckedTable, row: CheckedRow) => Readonly<Record<string, unknown>>;
}

/** A row that was changed. */
export interface RepairedRow {
  readonly table: CheckedTable;
  readonly id: string;
  readonly fields: readonly string[];
}

interface LockedRow {
  readonly table: CheckedTable;
  readonly row: CheckedRow;
  /** Whether it lies in the bin, where rows are kept as they were in their tables. */
  readonly inBin: boolean;
}

/** In the order in which writers lock rows. */
const LOCKED_FIRST = ['tasks'] as const satisfies readonly CheckedTable[];
const LOCKED_LAST = [
  'exchanges',
  'turns',
  'clips',
  'memories',
  'summaries',
  'projects',
  'documents',
  'reports',
  'binItems',
] as const satisfies readonly CheckedTable[];

/** One repair, in its transaction. */
export class ProjectionRepair {
  constructor(
    private readonly tx: Transaction,
    private readonly group: RepairGroup,
    private readonly rule: RowRule,
  ) {}

  async run(): Promise<readonly RepairedRow[]> {
    const locked = await this.lockRows();
    for await (const page of storedEvents(this.tx, 0, { where: this.ofGroup() })) {
      this.rule.take(page);
    }
    const repaired: RepairedRow[] = [];
    for (const { table, row, inBin } of locked) {
      const changes = this.rule.changesOf(table, row);
      const fields = Object.keys(changes);
      if (fields.length === 0) continue;
      await this.write(table, row.id, { changes, inBin });
      repaired.push({ table, id: row.id, fields });
    }
    await appendAndApply(
      this.tx,
      repaired.map((row) => this.repairedEvent(row)),
    );
    return repaired;
  }

  /** Locks tasks, then the conversation, then pins, then the other rows, as all writers do. */
  private async lockRows() {
    const { conversationId, ownerId, rows } = this.group;
    const first = await this.lock(LOCKED_FIRST);
    if (conversationId !== null) await lockConversations(this.tx, [conversationId]);
    if (rows.memories !== undefined) await lockPins(this.tx, ownerId);
    return [...first, ...(await this.lock(['conversations'])), ...(await this.lock(LOCKED_LAST))];
  }

  private async lock(tables: readonly CheckedTable[]) {
    const locked: LockedRow[] = [];
    for (const table of tables) {
      const { table: from, id, fields } = checkedColumns(table);
      const ids = this.group.rows[table] ?? [];
      if (ids.length === 0) continue;
      const found = await this.tx
        .select({ ...fields, id })
        .from(from)
        .where(inArray(id, [...ids]))
        .orderBy(asc(id))
        .for('no key update');
      const binned = await lockRowsInBin(this.tx, table, ids);
      locked.push(...found.map((row) => ({ table, row: toCheckedRow(row), inBin: false })));
      locked.push(...binned.map((row) => ({ table, row, inBin: true })));
    }
    return locked;
  }

  /** Events of rows without a conversation have none either. */
  private ofGroup(): SQL | undefined {
    const { ownerId, conversationId } = this.group;
    if (conversationId !== null) return eq(events.conversationId, conversationId);
    return and(isNull(events.conversationId), eq(events.ownerId, ownerId));
  }

  private async write(
    table: CheckedTable,
    id: string,
    { changes, inBin }: Pick<LockedRow, 'inBin'> & { changes: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    const columns = Object.fromEntries(
      Object.entries(changes).map(([field, value]) => [field, toColumnValue(table, field, value)]),
    );
    if (inBin) return writeInBin(this.tx, table, id, columns);
    // Readers of a task are told of its change.
    if (table === 'tasks') return changeTask(this.tx, id, columns);
    const known = checkedColumns(table);
    await this.tx
      .update(known.table)
      .set(columns)
      .where(sql`${known.id} = ${id}`);
  }

  private repairedEvent({ table, id, fields }: RepairedRow): EventOf<'projection_repaired'> {
    const { ownerId, conversationId } = this.group;
    return {
      type: 'projection_repaired',
      ...{ ownerId, conversationId, taskId: null },
      idempotencyKey: `projection_repaired:${ulid()}`,
      data: { table, rowId: id, fields },
    };
  }
}
