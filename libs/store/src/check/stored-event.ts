import { and, asc, gt, lte, type SQL } from 'drizzle-orm';
import { AppError } from '#platform';
import type { Transaction } from '../database/database.ts';
import type { DomainEvent, NewEvent } from '../events/domain-events.ts';
import { EVENT_COLUMNS, type EventRecord } from '../events/event-record.ts';
import { events } from '../schema/index.ts';

type WithoutKey<Event> = Event extends NewEvent ? Omit<Event, 'idempotencyKey'> : never;

/** An event as it was stored; its type says what its data is. */
export type StoredEvent = WithoutKey<NewEvent> & {
  /** Number of the event. */
  readonly sequence: number;
  readonly createdAt: Date;
};

const PAGE_SIZE = 1_000;

/**
 * Reads events in the order of their numbers, page by page.
 * @param after number of the last event before them
 * @param upTo number of the last one; by default of the last that the transaction sees
 */
export async function* storedEvents(
  tx: Transaction,
  after: number,
  { upTo, where }: { readonly upTo?: number | undefined; readonly where?: SQL | undefined } = {},
): AsyncGenerator<readonly StoredEvent[]> {
  for (let last = after; ;) {
    const page = await tx
      .select(EVENT_COLUMNS)
      .from(events)
      .where(
        and(
          gt(events.sequence, last),
          upTo === undefined ? undefined : lte(events.sequence, upTo),
          where,
        ),
      )
      .orderBy(asc(events.sequence))
      .limit(PAGE_SIZE);
    if (page.length > 0) yield page.map(known);
    const end = page.length < PAGE_SIZE ? undefined : page.at(-1);
    if (end === undefined) return;
    last = end.sequence;
  }
}

/** The compiler makes sure that none is missing. */
const KNOWN_TYPES: Readonly<Record<DomainEvent['type'], true>> = {
  conversation_created: true,
  conversation_changed: true,
  conversation_imported: true,
  conversation_deleted: true,
  conversation_restored: true,
  conversation_purged: true,
  exchange_added: true,
  clip_received: true,
  clip_audio_removed: true,
  transcript_removed: true,
  exchange_deleted: true,
  exchange_restored: true,
  exchange_purged: true,
  clip_deleted: true,
  clip_restored: true,
  clip_purged: true,
  segment_edited: true,
  speakers_changed: true,
  clip_probed: true,
  clip_transcribed: true,
  speakers_told: true,
  segments_corrected: true,
  summary_written: true,
  summary_removed: true,
  task_created: true,
  task_started: true,
  task_reopened: true,
  task_run_changed: true,
  task_completed: true,
  task_failed: true,
  task_cancel_requested: true,
  task_cancelled: true,
  task_retried: true,
  project_created: true,
  project_changed: true,
  project_deleted: true,
  project_restored: true,
  project_purged: true,
  document_added: true,
  document_read: true,
  document_deleted: true,
  document_restored: true,
  document_purged: true,
  document_removed: true,
  fact_decided: true,
  action_item_marked: true,
  summary_edited: true,
  report_written: true,
  report_removed: true,
  memory_written: true,
  memory_edited: true,
  memory_kept: true,
  memory_deleted: true,
  memory_restored: true,
  memory_purged: true,
  memory_significance_set: true,
  memory_pin_changed: true,
  installation_restored: true,
  projection_repaired: true,
  owner_erased: true,
  owner_glossary_changed: true,
};

/** @throws AppError `internal` when a newer version has written the event */
function known(row: EventRecord): StoredEvent {
  if (isKnown(row)) return row;
  const message = `Event ${row.sequence} has the type ${row.type}, which this version does not know.`;
  throw new AppError('internal', message, {
    nextAction: 'Use the version that has written it, or a newer one.',
  });
}

/** `appendAndApply` stores nothing but these events, so the type says what the data is. */
function isKnown(row: EventRecord): row is EventRecord & StoredEvent {
  return Object.hasOwn(KNOWN_TYPES, row.type);
}
