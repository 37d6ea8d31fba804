import type { Database, Transaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import { wakes } from '../schema/index.ts';

/** A conversation whose workflow is to be told that there is work. */
export interface Wake {
  readonly conversationId: string;
  readonly ownerId: string;
}

/** Marks conversations as having work; once each, however often they are named. */
export async function markWakes(tx: Database | Transaction, marks: readonly Wake[]): Promise<void> {
  const byConversation = new Map(marks.map((mark) => [mark.conversationId, mark]));
  await insertRows(tx, wakes, ['conversationId', 'ownerId'], [...byConversation.values()]);
}
