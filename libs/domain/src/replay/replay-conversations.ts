import type { LoggedEventOf } from './logged-event.ts';
import { madeAt } from './made-at.ts';
import { taskProbed } from './replay-tasks.ts';
import type { ReplayedRows } from './replayed.ts';

export function conversationCreated(
  rows: ReplayedRows,
  event: LoggedEventOf<'conversation_created' | 'conversation_changed'>,
): void {
  const { projectId } = event.data;
  if (event.type !== 'conversation_created') {
    const conversation = rows.conversations.get(conversationOf(event));
    if (conversation && projectId !== undefined) conversation.projectId = projectId;
    return;
  }
  rows.conversations.set(conversationOf(event), {
    ownerId: event.ownerId,
    projectId: projectId ?? null,
    createdAt: madeAt(event),
    revision: 0,
    exchangeCount: 0,
    clipCount: 0,
    summaryRevision: null,
    deletionRevision: 0,
  });
}

export function exchangeAdded(rows: ReplayedRows, event: LoggedEventOf<'exchange_added'>): void {
  const { exchangeId, turns } = event.data;
  const added = { conversationId: conversationOf(event), createdAt: madeAt(event) };
  rows.exchanges.set(exchangeId, { ...added });
  for (const { turnId } of turns) rows.turns.set(turnId, { ...added, exchangeId });
  const conversation = rows.conversations.get(added.conversationId);
  if (!conversation) return;
  conversation.exchangeCount += 1;
  conversation.revision += 1;
}

export function clipReceived(rows: ReplayedRows, event: LoggedEventOf<'clip_received'>): void {
  const { exchangeId, turnId, clipId, taskId, sizeBytes, sha256, probed } = event.data;
  const added = { conversationId: conversationOf(event), createdAt: madeAt(event) };
  rows.exchanges.set(exchangeId, { ...added });
  rows.turns.set(turnId, { ...added, exchangeId });
  for (const other of event.data.others ?? []) {
    rows.turns.set(other.turnId, { ...added, exchangeId });
  }
  const file = { turnId, sizeBytes, sha256, taskId };
  rows.clips.set(clipId, { ...added, ...file, ...(probed ?? NOT_PROBED) });
  const conversation = rows.conversations.get(added.conversationId);
  if (!conversation) return;
  conversation.exchangeCount += 1;
  conversation.clipCount += 1;
}

const NOT_PROBED = {
  durationMs: null,
  container: null,
  codec: null,
  channels: null,
  sampleRateHz: null,
};

/** New turns are as old as their exchange. */
export function speakersTold(
  rows: ReplayedRows,
  event: LoggedEventOf<'speakers_told' | 'speakers_changed'>,
): void {
  const conversationId = conversationOf(event);
  const division = event.type === 'speakers_told' ? event.data : event.data.division;
  const { exchangeId = '', turns = [], gone = [] } = division ?? {};
  const createdAt = rows.exchanges.get(exchangeId)?.createdAt ?? event.createdAt.getTime();
  for (const turnId of gone) rows.turns.delete(turnId);
  for (const { turnId } of turns) {
    if (!rows.turns.has(turnId)) rows.turns.set(turnId, { conversationId, createdAt, exchangeId });
  }
  const { revision } = event.data;
  const conversation = rows.conversations.get(conversationId);
  if (conversation && revision !== undefined) conversation.revision = revision;
}

/** A container without a length does not overwrite a known one. */
export function clipProbed(rows: ReplayedRows, event: LoggedEventOf<'clip_probed'>): void {
  taskProbed(rows, event);
  const { clipId, probe } = event.data;
  const clip = rows.clips.get(clipId);
  if (!clip) return;
  clip.container = probe.container;
  clip.codec = probe.codec;
  clip.channels = probe.channels;
  clip.sampleRateHz = probe.sampleRateHz;
  clip.durationMs = probe.durationMs ?? clip.durationMs;
}

export function textChanged(
  rows: ReplayedRows,
  event: LoggedEventOf<
    | 'clip_transcribed'
    | 'segments_corrected'
    | 'segment_edited'
    | 'transcript_removed'
    | 'conversation_imported'
  >,
): void {
  const clip = event.type === 'clip_transcribed' && rows.clips.get(event.data.clipId);
  if (clip) clip.durationMs = event.data.durationMs;
  const conversation = rows.conversations.get(conversationOf(event));
  if (!conversation) return;
  conversation.revision = event.data.revision;
  if (event.type === 'transcript_removed') conversation.deletionRevision = event.data.revision;
}

export function summaryWritten(rows: ReplayedRows, event: LoggedEventOf<'summary_written'>): void {
  const { summaryId, revision, engine } = event.data;
  const conversationId = conversationOf(event);
  rows.summaries.set(summaryId, { conversationId, revision, engine, taskId: event.taskId });
  const conversation = rows.conversations.get(conversationId);
  if (conversation) conversation.summaryRevision = revision;
}

/** All summaries of the conversation are removed together. */
export function summaryRemoved(rows: ReplayedRows, event: LoggedEventOf<'summary_removed'>): void {
  rows.summaries.delete(event.data.summaryId);
  const conversation = rows.conversations.get(conversationOf(event));
  if (conversation) conversation.summaryRevision = null;
}

/** What was said leaves the conversation, or is back, with its exchange or without it. */
export function partMoved(
  rows: ReplayedRows,
  event: LoggedEventOf<'exchange_deleted' | 'exchange_restored' | 'clip_deleted' | 'clip_restored'>,
): void {
  const conversation = rows.conversations.get(conversationOf(event));
  if (!conversation) return;
  const isDeleted = event.type === 'exchange_deleted' || event.type === 'clip_deleted';
  const { revision, exchangeId } = event.data;
  const clips = 'clips' in event.data ? event.data.clips : 1;
  const exchanges = exchangeId === null ? 0 : 1;
  conversation.revision = revision;
  if (isDeleted) conversation.deletionRevision = revision;
  conversation.exchangeCount += isDeleted ? -exchanges : exchanges;
  conversation.clipCount += isDeleted ? -clips : clips;
}

function conversationOf({ conversationId }: { readonly conversationId: string | null }): string {
  return conversationId ?? '';
}
