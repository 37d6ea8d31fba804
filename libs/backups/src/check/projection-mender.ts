import { differingFields, emptyReplay, replay, type Difference, type ReplayedTable } from '#domain';
import type { ProjectionsRepository, RepairedRow, RepairGroup, RowRule } from '#store';
import { foldEvents } from './fold-events.ts';

/** Rows that one transaction repairs; its locks are held only for a moment. */
const ROWS_PER_REPAIR = 200;

type RowIds = Map<ReplayedTable, Set<string>>;

/**
 * Sets fields that differ to what the change log says. Rows that are missing or surplus are left as
 * they are: no event has the words of a missing one, and nobody knows what a surplus one is for.
 */
export class ProjectionMender {
  constructor(private readonly projections: ProjectionsRepository) {}

  /**
   * @param differences as a check found them; each is looked at again under the locks of the writers
   * @returns the rows that were changed; a row that is right by now is not among them
   */
  async mend(differences: readonly Difference[]): Promise<readonly RepairedRow[]> {
    const repaired: RepairedRow[] = [];
    for (const group of await this.groupsOf(differences)) {
      repaired.push(...(await this.projections.repair(group, ruleOf())));
    }
    return repaired;
  }

  /** The rows by their conversations, or owners, which the log names and the rows may not. */
  private async groupsOf(differences: readonly Difference[]): Promise<readonly RepairGroup[]> {
    const state = emptyReplay();
    await this.projections.view((view) => foldEvents(view, state));
    const groups = new Map<string, { readonly of: Subject; readonly ids: RowIds }>();
    for (const { table, id, field } of differences) {
      const row = field === null ? undefined : state.rows[table].get(id);
      if (row === undefined) continue;
      const conversationId = conversationOf(id, row, table);
      const owned = conversationId === null ? row : state.rows.conversations.get(conversationId);
      const of = { conversationId, ownerId: ownerOf(owned ?? row) };
      const key = JSON.stringify(of);
      const { ids } = groups.get(key) ?? { ids: new Map<ReplayedTable, Set<string>>() };
      groups.set(key, { of, ids: ids.set(table, (ids.get(table) ?? new Set()).add(id)) });
    }
    return [...groups.values()].flatMap(({ of, ids }) => partsOf(of, ids));
  }
}

type Subject = Pick<RepairGroup, 'conversationId' | 'ownerId'>;

/** What lies in the bin of a conversation. */
const PARTS: readonly unknown[] = ['memory', 'exchange', 'clip'];

/** The conversation that the events of a row are of; `null` when they are of none. */
function conversationOf(id: string, row: object, table: ReplayedTable): string | null {
  if (table === 'conversations') return id;
  if ('kind' in row && row.kind === 'conversation') return id;
  if ('kind' in row && PARTS.includes(row.kind) && 'belongsTo' in row) {
    return idOrNull(row.belongsTo);
  }
  return 'conversationId' in row ? idOrNull(row.conversationId) : null;
}

function idOrNull(id: unknown): string | null {
  return typeof id === 'string' ? id : null;
}

function ownerOf(row: object): string {
  return 'ownerId' in row && typeof row.ownerId === 'string' ? row.ownerId : '';
}

function partsOf(of: Subject, ids: RowIds): readonly RepairGroup[] {
  const all = [...ids].flatMap(([table, of]) => [...of].map((id) => ({ table, id })));
  const parts: RepairGroup[] = [];
  for (let from = 0; from < all.length; from += ROWS_PER_REPAIR) {
    const part = Object.groupBy(all.slice(from, from + ROWS_PER_REPAIR), ({ table }) => table);
    const rows = Object.fromEntries(
      Object.entries(part).map(([table, of]) => [table, of.map(({ id }) => id)]),
    );
    parts.push({ ...of, rows });
  }
  return parts;
}

/** Replays the events of one group. */
function ruleOf(): RowRule {
  const state = emptyReplay();
  return {
    take: (events) => {
      for (const event of events) replay(state, event);
    },
    changesOf: (table, { id, values }) => {
      const row = state.rows[table].get(id);
      return row === undefined ? {} : differingFields(row, values);
    },
  };
}
