import type { BinKind } from '#contracts/model';
import type { LoggedEvent, LoggedEventOf } from './logged-event.ts';
import { partMoved } from './replay-conversations.ts';
import type { Replayed } from './replayed.ts';

/** What happened with each event to something in the bin. */
const HAPPENINGS = {
  conversation_deleted: 'deleted',
  conversation_restored: 'restored',
  conversation_purged: 'purged',
  exchange_deleted: 'deleted',
  exchange_restored: 'restored',
  exchange_purged: 'purged',
  clip_deleted: 'deleted',
  clip_restored: 'restored',
  clip_purged: 'purged',
  memory_deleted: 'deleted',
  memory_restored: 'restored',
  memory_purged: 'purged',
  document_deleted: 'deleted',
  document_restored: 'restored',
  document_purged: 'purged',
  project_restored: 'restored',
  project_purged: 'purged',
} as const satisfies Partial<Record<LoggedEvent['type'], string>>;

/** A project that was moved to the bin; earlier versions removed it at once. */
type ProjectBinned = Extract<
  LoggedEvent,
  { readonly type: 'project_deleted'; readonly data: { readonly restorable: true } }
>;

/** An event that something was deleted, restored or removed for good. */
export type BinEvent = LoggedEventOf<keyof typeof HAPPENINGS> | ProjectBinned;

/** Whether an event is one that {@link applyToBin} applies. */
export function isOfBin(event: LoggedEvent): event is BinEvent {
  if (event.type === 'project_deleted') return event.data.restorable === true;
  return Object.hasOwn(HAPPENINGS, event.type);
}

/** The rows of what is in the bin stay what they are, wherever they are stored. */
export function applyToBin({ rows, purged }: Replayed, event: BinEvent): void {
  if (isOfPart(event)) partMoved(rows, event);
  const { id, ...subject } = subjectOf(event);
  const { ownerId, createdAt } = event;
  const happening = event.type === 'project_deleted' ? 'deleted' : HAPPENINGS[event.type];
  if (happening === 'deleted') {
    rows.binItems.set(id, { ...subject, ownerId, deletedAt: createdAt.getTime() });
  } else rows.binItems.delete(id);
  if (happening !== 'purged') return;
  purged.add(id);
  if (event.type === 'clip_purged') addWith(purged, event);
}

type PartEvent = LoggedEventOf<
  'exchange_deleted' | 'exchange_restored' | 'clip_deleted' | 'clip_restored'
>;

/** Whether something leaves a conversation that stays, or comes back to it. */
function isOfPart(event: BinEvent): event is PartEvent {
  return 'revision' in event.data;
}

/** A clip is purged with its turn, and with its exchange when that has no other. */
function addWith(purged: Set<string>, { data }: LoggedEventOf<'clip_purged'>): void {
  purged.add(data.turnId);
  if (data.exchangeId !== null) purged.add(data.exchangeId);
}

interface BinSubject {
  readonly kind: BinKind;
  readonly id: string;
  readonly belongsTo: string | null;
}

function subjectOf({ type, conversationId, data }: BinEvent): BinSubject {
  switch (type) {
    case 'conversation_deleted':
    case 'conversation_restored':
    case 'conversation_purged':
      return { kind: 'conversation', id: conversationId ?? '', belongsTo: null };
    case 'exchange_deleted':
    case 'exchange_restored':
    case 'exchange_purged':
      return { kind: 'exchange', id: data.exchangeId, belongsTo: conversationId };
    case 'clip_deleted':
    case 'clip_restored':
    case 'clip_purged':
      return { kind: 'clip', id: data.clipId, belongsTo: conversationId };
    case 'memory_deleted':
    case 'memory_restored':
    case 'memory_purged':
      return { kind: 'memory', id: data.memoryId, belongsTo: conversationId };
    case 'document_deleted':
    case 'document_restored':
    case 'document_purged':
      return { kind: 'document', id: data.documentId, belongsTo: data.projectId };
    case 'project_deleted':
    case 'project_restored':
    case 'project_purged':
      return { kind: 'project', id: data.projectId, belongsTo: null };
  }
}
