import { eq } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { memories } from '../schema/index.ts';
import type { EventOf } from './domain-events.ts';

/** Records whether a person decided, so that no later score overrides it. */
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
