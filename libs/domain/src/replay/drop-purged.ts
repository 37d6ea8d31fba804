import {
  REPLAYED_TABLES,
  type Replayed,
  type ReplayedTable,
  type ReplayedTables,
} from './replayed.ts';

/** The ids of the things with which a row is purged; it is enough that one of them is. */
type GoesWith<Row> = (id: string, row: Row) => readonly (string | null | undefined)[];

const GOES_WITH: { readonly [Table in ReplayedTable]: GoesWith<ReplayedTables[Table]> } = {
  conversations: (id) => [id],
  exchanges: (_id, { conversationId }) => [conversationId],
  turns: (_id, { conversationId }) => [conversationId],
  clips: (_id, { conversationId }) => [conversationId],
  tasks: (_id, { conversationId }) => [conversationId],
  memories: (id, { conversationId }) => [id, conversationId],
  summaries: (_id, { conversationId }) => [conversationId],
  projects: () => [],
  documents: () => [],
  reports: () => [],
  // Each has an event of its own.
  binItems: () => [],
};

/** Drops the rows of everything that was purged, in one pass over the state. */
export function dropPurged(state: Replayed): void {
  if (state.purged.size === 0) return;
  for (const table of REPLAYED_TABLES) dropFrom(state, table);
  state.purged.clear();
}

function dropFrom<Table extends ReplayedTable>({ rows, purged }: Replayed, table: Table): void {
  for (const [id, row] of rows[table]) {
    const isGone = GOES_WITH[table](id, row).some((each) => each && purged.has(each));
    if (isGone) rows[table].delete(id);
  }
}
