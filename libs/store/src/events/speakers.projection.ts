import { eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import { conversations, exchanges, turns } from '../schema/index.ts';
import type { TurnDivision } from './conversation-events.ts';
import type { EventOf } from './domain-events.ts';

const COLUMNS = [
  ...(['id', 'exchangeId', 'conversationId', 'speaker', 'voiceLabel'] as const),
  'createdAt',
] as const;

/** What an insertion does with turns that are there already. */
const RENAME = sql`
  ON CONFLICT (id) DO UPDATE SET speaker = excluded.speaker, voice_label = excluded.voice_label`;

/** The turns of a recording are those of the event. */
export async function applySpeakersTold(
  tx: Transaction,
  { conversationId, data }: EventOf<'speakers_told'>,
  at: Date,
): Promise<void> {
  await divide(tx, conversationId, data);
  if (data.revision !== undefined) await setRevision(tx, conversationId, data.revision, at);
}

/** So they are where a person has given passages to somebody. */
export async function applySpeakersChanged(
  tx: Transaction,
  { conversationId, data }: EventOf<'speakers_changed'>,
  at: Date,
): Promise<void> {
  if (data.division) await divide(tx, conversationId, data.division);
  await setRevision(tx, conversationId, data.revision, at);
}

/** Turns that go have no segments any more. New ones are as old as their exchange. */
async function divide(
  tx: Transaction,
  conversationId: string,
  { exchangeId, turns: told, gone }: TurnDivision,
): Promise<void> {
  const [exchange] = await tx.select().from(exchanges).where(eq(exchanges.id, exchangeId));
  if (exchange === undefined) return;
  if (gone.length > 0) await tx.delete(turns).where(inArray(turns.id, [...gone]));
  const { createdAt } = exchange;
  const rows = told.map(({ turnId, ...turn }) => ({
    ...turn,
    ...{ id: turnId, exchangeId, conversationId, createdAt },
  }));
  await insertRows(tx, turns, COLUMNS, rows, RENAME);
}

async function setRevision(
  tx: Transaction,
  conversationId: string,
  revision: number,
  updatedAt: Date,
): Promise<void> {
  await tx
    .update(conversations)
    .set({ revision, updatedAt })
    .where(eq(conversations.id, conversationId));
}
