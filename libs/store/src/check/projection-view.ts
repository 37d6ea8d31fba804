import { asc, desc, getTableName, gt, lte, sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import type { PgTable } from 'drizzle-orm/pg-core';
import { events } from '../schema/index.ts';
import {
  checkedColumns,
  toCheckedRow,
  type CheckedRow,
  type CheckedTable,
} from './checked-tables.ts';
import { storedEvents, type StoredEvent } from './stored-event.ts';
import { unqualified } from './unqualified.ts';

const PAGE_SIZE = 1_000;

/** Identifies an event, and with it all events before it. */
export interface EventMark {
  readonly sequence: number;
  /** Contains ids only. */
  readonly idempotencyKey: string;
}

/** The change log and the rows that follow from it, both as they were at one moment. */
export class ProjectionView {
  constructor(private readonly tx: Transaction) {}

  /**
   * Events in the order of their numbers, page by page.
   * @param after number of the last event before them; 0 for all
   * @param upTo number of the last one; by default all
   */
  events(after: number, upTo?: number): AsyncGenerator<readonly StoredEvent[]> {
    return storedEvents(this.tx, after, { upTo });
  }

  /** All rows of a table and of the bin, page by page, with the fields that follow from the log. */
  async *rows(table: CheckedTable): AsyncGenerator<readonly CheckedRow[]> {
    const { table: from, id, fields } = checkedColumns(table);
    for (let after = ''; ;) {
      const page = await this.tx
        .select(unqualified({ ...fields, id }))
        .from(withBin(from))
        .where(gt(id, after))
        .orderBy(asc(id))
        .limit(PAGE_SIZE);
      const rows = page.map(toCheckedRow);
      if (rows.length > 0) yield rows;
      const last = rows.length < PAGE_SIZE ? undefined : rows.at(-1);
      if (last === undefined) return;
      after = last.id;
    }
  }

  /** The last event up to a number; `null` when there is none. */
  async markAt(eventNumber: number): Promise<EventMark | null> {
    const [mark] = await this.tx
      .select({ sequence: events.sequence, idempotencyKey: events.idempotencyKey })
      .from(events)
      .where(lte(events.sequence, eventNumber))
      .orderBy(desc(events.sequence))
      .limit(1);
    return mark ?? null;
  }
}

/** The rows of a table together with those that are in the bin. */
function withBin(table: PgTable): SQL {
  const name = getTableName(table);
  return sql`(
    SELECT * FROM ${table} UNION ALL
    SELECT binned.* FROM bin_rows, jsonb_populate_record(NULL::${table}, row) AS binned
    WHERE table_name = ${name}
  ) AS ${table}`;
}
