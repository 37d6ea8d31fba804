import type { SQL } from 'drizzle-orm';
import type { WorkSignal } from '#contracts/workflows';
import type { Transaction } from '../database/database.ts';
import { executeTogether, insertionOf } from '../database/insert-rows.ts';
import { workSignals } from '../schema/index.ts';

/** Stores one work signal for each entity, however often it is listed. */
export async function signalWork(tx: Transaction, signals: readonly WorkSignal[]): Promise<void> {
  await executeTogether(tx, [signalsInsertion(signals)]);
}

/** The statement that does what {@link signalWork} does; `null` when there are no signals. */
export function signalsInsertion(signals: readonly WorkSignal[]): SQL | null {
  const rows = signals.map(({ kind, id, ownerId }) => ({
    entityKind: kind,
    entityId: id,
    ownerId,
  }));
  const byEntity = new Map(rows.map((row) => [`${row.entityKind}:${row.entityId}`, row]));
  const columns = ['entityKind', 'entityId', 'ownerId'] as const;
  return insertionOf(workSignals, columns, [...byEntity.values()]);
}

/** The signal that a conversation has work. */
export function conversationSignal(conversationId: string, ownerId: string): WorkSignal {
  return { kind: 'conversation', id: conversationId, ownerId };
}
