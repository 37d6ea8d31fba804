import type { SQL } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { executeTogether, insertionOf } from '../database/insert-rows.ts';
import { memories } from '../schema/index.ts';
import type { NewMemory } from './memory.records.ts';

const COLUMNS = [
  'id',
  'ownerId',
  'conversationId',
  'exchangeId',
  'narrative',
  'priorDialogue',
  'createdAt',
] as const;

/** Stores the rows of memories. The caller appends their `memory_written` events. */
export async function writeMemories(tx: Transaction, written: readonly NewMemory[]): Promise<void> {
  await executeTogether(tx, [memoriesInsertion(written)]);
}

/** The statement that stores the rows of memories; `null` when there are none. */
export function memoriesInsertion(written: readonly NewMemory[]): SQL | null {
  const createdAt = new Date();
  const rows = written.map((memory) => ({
    ...memory,
    priorDialogue: memory.priorDialogue === null ? null : [...memory.priorDialogue],
    createdAt,
  }));
  return insertionOf(memories, COLUMNS, rows);
}
