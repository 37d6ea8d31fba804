import type { WorkSignal } from '#contracts/workflows';
import type { Database, Transaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import { workSignals } from '../schema/index.ts';

/** Stores one work signal for each entity, however often it is listed. */
export async function signalWork(
  tx: Database | Transaction,
  signals: readonly WorkSignal[],
): Promise<void> {
  const rows = signals.map(({ kind, id, ownerId }) => ({
    entityKind: kind,
    entityId: id,
    ownerId,
  }));
  const byEntity = new Map(rows.map((row) => [`${row.entityKind}:${row.entityId}`, row]));
  const columns = ['entityKind', 'entityId', 'ownerId'] as const;
  await insertRows(tx, workSignals, columns, [...byEntity.values()]);
}

/** The signal that a conversation has work. */
export function conversationSignal(conversationId: string, ownerId: string): WorkSignal {
  return { kind: 'conversation', id: conversationId, ownerId };
}
