import type { ExportedMemory } from '#contracts/export';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import type { EvictionRule } from '../memories/pins.ts';
import { placeOf } from './imported-place.ts';
import { writeImportedMemories, type PlacedImport } from './imported-memories.ts';
import type { ImportedPlace, Importing } from './imported.records.ts';

/** Memories that are imported and belong to no conversation. */
export class ImportedMemoriesRepository {
  constructor(
    private readonly db: Database,
    private readonly evict: EvictionRule,
  ) {}

  /**
   * Stores those that the owner does not have, all of them or none.
   * @returns where each is, in order
   */
  async store(
    importing: Importing,
    given: readonly ExportedMemory[],
  ): Promise<readonly ImportedPlace[]> {
    return inTransaction(this.db, async (tx) => {
      const places: ImportedPlace[] = [];
      const placed: PlacedImport[] = [];
      for (const memory of given) {
        const { id, state, key } = await placeOfMemory(tx, importing, memory);
        places.push({ id, state });
        if (state !== 'new') continue;
        placed.push({ memory, id, key, conversationId: null, exchangeId: null });
      }
      await writeImportedMemories(tx, importing, placed, this.evict);
      return places;
    });
  }
}

function placeOfMemory(tx: Transaction, importing: Importing, { id, createdAt }: ExportedMemory) {
  const origin = { originId: id, madeAt: new Date(createdAt) };
  return placeOf(tx, 'memory', importing, origin);
}
