import type { Transaction } from '../database/database.ts';
import { memories } from '../schema/index.ts';
import type { NewMemory } from './memory.records.ts';

/** Stores the words of memories, beside the events that say that they were written. */
export async function writeMemories(tx: Transaction, written: readonly NewMemory[]): Promise<void> {
  if (written.length === 0) return;
  const createdAt = new Date();
  await tx.insert(memories).values(
    written.map((memory) => ({
      ...memory,
      priorDialogue: memory.priorDialogue === null ? null : [...memory.priorDialogue],
      createdAt,
    })),
  );
}
