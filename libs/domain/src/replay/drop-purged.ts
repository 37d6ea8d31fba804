import {
  REPLAYED_TABLES,
  type Replayed,
  type ReplayedTable,
  type ReplayedTables,
} from './replayed.ts';

/** Drops the rows of everything that was purged, in one pass over the state. */
export function dropPurged(state: Replayed): void {
  if (state.purged.size === 0) return;
  for (const table of REPLAYED_TABLES) DROPS[table](state);
  state.purged.clear();
}

/** The ids of the things with which a row is purged; it is enough that one of them is. */
type GoesWith<Row> = (row: Row, id: string) => readonly (string | null | undefined)[];

const DROPS: Readonly<Record<ReplayedTable, (state: Replayed) => void>> = {
  conversations: dropFrom('conversations', (_row, id) => [id]),
  exchanges: dropFrom('exchanges', ({ conversationId }, id) => [id, conversationId]),
  turns: dropFrom('turns', ({ conversationId, exchangeId }, id) => [
    ...[id, conversationId, exchangeId],
  ]),
  clips: dropFrom('clips', ({ conversationId, turnId }, id) => [id, conversationId, turnId]),
  tasks: dropFrom('tasks', ({ conversationId, clipId, entityId, settings }) => [
    ...[conversationId, clipId, entityId, settings.documentId],
  ]),
  memories: dropFrom('memories', ({ conversationId, exchangeId }, id) => [
    ...[id, conversationId, exchangeId],
  ]),
  summaries: dropFrom('summaries', ({ conversationId }) => [conversationId]),
  projects: dropFrom('projects', (_row, id) => [id]),
  documents: dropFrom('documents', ({ projectId }, id) => [id, projectId]),
  reports: dropFrom('reports', ({ projectId }) => [projectId]),
  // Each item has an event of its own.
  binItems: dropFrom('binItems', () => []),
};

function dropFrom<Table extends ReplayedTable>(
  table: Table,
  goesWith: GoesWith<ReplayedTables[Table]>,
): (state: Replayed) => void {
  return ({ rows, purged }) => {
    for (const [id, row] of rows[table]) {
      const isGone = goesWith(row, id).some((each) => each && purged.has(each));
      if (!isGone) continue;
      rows[table].delete(id);
      // What belongs to the row is in one of the tables that follow.
      purged.add(id);
    }
  };
}
