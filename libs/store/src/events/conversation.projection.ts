import { eq, sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { executeTogether, insertionOf, insertRows } from '../database/insert-rows.ts';
import { clips, conversations, exchanges, turns } from '../schema/index.ts';
import type { EventOf } from './domain-events.ts';
import type { MadeEarlier } from './event-shape.ts';
import { changeTask } from './task.projection.ts';
import { countAudio, countBytes } from './usage.projection.ts';

const TURN_COLUMNS = ['id', 'exchangeId', 'conversationId', 'speaker', 'createdAt'] as const;

export async function applyConversationCreated(
  tx: Transaction,
  event: EventOf<'conversation_created'>,
  at: Date,
): Promise<void> {
  await tx.insert(conversations).values({
    id: event.conversationId,
    ownerId: event.ownerId,
    projectId: event.data.projectId ?? null,
    title: event.data.title,
    tags: [...event.data.tags],
    createdAt: madeAt(event.data, at),
    updatedAt: at,
  });
}

/** Clips that arrive together take as many statements as one. */
export async function applyClipsReceived(
  tx: Transaction,
  events: readonly EventOf<'clip_received'>[],
  at: Date,
): Promise<void> {
  const arrived = events.map(({ conversationId, data }) => ({
    ...data,
    ...data.probed,
    ...data.part,
    conversationId,
    createdAt: madeAt(data, at),
  }));
  await tx.insert(exchanges).values(arrived.map((each) => ({ ...each, id: each.exchangeId })));
  await tx.insert(turns).values(arrived.map((each) => ({ ...each, id: each.turnId })));
  const others = arrived.flatMap((each) =>
    (each.others ?? []).map((turn) => ({ ...each, ...turn, id: turn.turnId })),
  );
  await insertRows(tx, turns, TURN_COLUMNS, others);
  await tx.insert(clips).values(arrived.map((each) => ({ ...each, id: each.clipId })));
  await tx.execute(arrivalsCounted(events, { clips: 1, revisions: 0 }, at));
  await countBytes(tx, events, at);
}

/**
 * Exchanges that arrive together take one statement. Their text is written separately.
 */
export async function applyExchangesAdded(
  tx: Transaction,
  events: readonly EventOf<'exchange_added'>[],
  at: Date,
): Promise<void> {
  const added = events.map(({ conversationId, data }) => ({
    ...data,
    conversationId,
    createdAt: madeAt(data, at),
  }));
  await executeTogether(tx, [
    insertionOf(
      exchanges,
      ['id', 'conversationId', 'createdAt'],
      added.map((each) => ({ ...each, id: each.exchangeId })),
    ),
    insertionOf(
      turns,
      TURN_COLUMNS,
      added.flatMap((each) => each.turns.map((turn) => ({ ...each, ...turn, id: turn.turnId }))),
    ),
    arrivalsCounted(events, { clips: 0, revisions: 1 }, at),
  ]);
}

/** Adds to the counters of conversations. @param each how much each exchange adds */
function arrivalsCounted(
  events: readonly { readonly conversationId: string }[],
  each: { readonly clips: number; readonly revisions: number },
  at: Date,
): SQL {
  const ids = sql.param(events.map(({ conversationId }) => conversationId));
  return sql`
    UPDATE conversations
    SET exchange_count = exchange_count + arrived.exchanges,
        clip_count = clip_count + arrived.exchanges * ${each.clips}::int,
        revision = revision + arrived.exchanges * ${each.revisions}::int,
        updated_at = ${at}
    FROM (
      SELECT id, count(*)::int AS exchanges FROM unnest(${ids}::text[]) AS id GROUP BY id
    ) AS arrived
    WHERE conversations.id = arrived.id`;
}

/** Stores the result of the probe. The clip's length becomes the total of the task. */
export async function applyClipProbed(
  tx: Transaction,
  event: EventOf<'clip_probed'>,
  at: Date,
): Promise<void> {
  const { clipId, probe } = event.data;
  const { container, codec, channels, sampleRateHz, durationMs } = probe;
  if (durationMs !== null) await countAudio(tx, event.ownerId, { clipId, durationMs }, at);
  // A container without a length does not overwrite a known one.
  const length = durationMs === null ? {} : { durationMs };
  await tx
    .update(clips)
    .set({ container, codec, channels, sampleRateHz, ...length })
    .where(eq(clips.id, clipId));
  await changeTask(tx, event.taskId, { step: 'decode', total: durationMs });
}

export async function applyClipTranscribed(
  tx: Transaction,
  event: EventOf<'clip_transcribed'>,
  at: Date,
): Promise<void> {
  await countAudio(tx, event.ownerId, event.data, at);
  await tx
    .update(clips)
    .set({ durationMs: event.data.durationMs })
    .where(eq(clips.id, event.data.clipId));
  await applyTextChanged(tx, event, at);
}

type TextChange =
  | 'clip_transcribed'
  | 'segments_corrected'
  | 'segment_edited'
  | 'transcript_removed'
  | 'conversation_imported';

/**
 * The text of the conversation has changed: a new revision. Where its words were removed, nothing that was
 * made of an earlier one is stored any more.
 */
export async function applyTextChanged(
  tx: Transaction,
  event: EventOf<TextChange>,
  at: Date,
): Promise<void> {
  const { revision } = event.data;
  const removed = event.type === 'transcript_removed' ? { deletionRevision: revision } : {};
  await tx
    .update(conversations)
    .set({ revision, updatedAt: at, ...removed })
    .where(eq(conversations.id, event.conversationId));
}

export async function applySummaryWritten(
  tx: Transaction,
  event: EventOf<'summary_written'>,
): Promise<void> {
  await tx
    .update(conversations)
    .set({ summaryRevision: event.data.revision })
    .where(eq(conversations.id, event.conversationId));
}

/** When something was made: now, unless it was imported. */
function madeAt(data: MadeEarlier, now: Date): Date {
  return data.madeAt === undefined ? now : new Date(data.madeAt);
}
