import { getTableName, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

/** A table with rows of something that can be deleted. */
export interface BinTable {
  readonly table: PgTable;
  readonly name: string;
  /** Which of its rows belong to a thing. @param id of the thing */
  readonly rowsOf: (id: string) => SQL;
}

export function binTable(table: PgTable, rowsOf: BinTable['rowsOf']): BinTable {
  return { table, name: getTableName(table), rowsOf };
}
