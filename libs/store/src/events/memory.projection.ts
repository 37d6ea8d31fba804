import { eq } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { memories } from '../schema/index.ts';
import type { EventOf } from './domain-events.ts';

/** A person's decision is kept, so that no score overrules it later. */
export async function applyPinChanged(
  tx: Transaction,
  { data }: EventOf<'memory_pin_changed'>,
): Promise<void> {
  const { memoryId, pinned, autoPinned } = data;
  await tx
    .update(memories)
    .set({
      pinned,
      autoPinned: pinned && autoPinned,
      ...(autoPinned ? {} : { decidedByPerson: true }),
    })
    .where(eq(memories.id, memoryId));
}
