import { sql } from 'drizzle-orm';
import { AppError } from '#platform';
import type { DomainEvent, NewEvent } from '../events/domain-events.ts';

/**
 * A column of the result of a statement that stores rows of an owner, such as events: whether their owner is being erased. It is
 * asked after the row is stored and with a view of its own, so that of an erasure and a change, one sees
 * the other: a change that does not see the erasure has a transaction for which the erasure waits.
 */
export const IS_BEING_ERASED = sql<boolean>`owner_is_being_erased(owner_id)`;

/**
 * Whether an event is refused while its owner is being erased: it would add or change something that is
 * about to go. What ends, goes or follows from work that was accepted before is not refused.
 */
const REFUSED: Readonly<Record<DomainEvent['type'], boolean>> = {
  conversation_created: true,
  conversation_changed: true,
  conversation_imported: true,
  conversation_deleted: false,
  conversation_restored: true,
  conversation_purged: false,
  exchange_added: true,
  clip_received: true,
  clip_audio_removed: false,
  transcript_removed: false,
  exchange_deleted: false,
  exchange_restored: true,
  exchange_purged: false,
  clip_deleted: false,
  clip_restored: true,
  clip_purged: false,
  summary_removed: false,
  segment_edited: true,
  speakers_changed: true,
  clip_probed: false,
  clip_transcribed: false,
  speakers_told: false,
  segments_corrected: false,
  summary_written: false,
  task_created: true,
  task_started: false,
  task_reopened: false,
  task_run_changed: false,
  task_completed: false,
  task_failed: false,
  task_cancel_requested: false,
  task_cancelled: false,
  // Its subject goes, whoever runs it again.
  task_retried: false,
  project_created: true,
  project_changed: true,
  project_deleted: false,
  project_restored: true,
  project_purged: false,
  document_added: true,
  document_read: false,
  document_deleted: false,
  document_restored: true,
  document_purged: false,
  document_removed: false,
  fact_decided: true,
  action_item_marked: true,
  summary_edited: true,
  report_written: false,
  report_removed: false,
  memory_written: true,
  memory_edited: true,
  memory_kept: false,
  memory_deleted: false,
  memory_restored: true,
  memory_purged: false,
  memory_significance_set: false,
  memory_pin_changed: false,
  installation_restored: false,
  projection_repaired: false,
  owner_erased: false,
  owner_glossary_changed: true,
};

/**
 * Refuses what an owner adds while everything of it is being erased.
 * @param beingErased keys of the events whose owner is being erased
 * @throws AppError `owner_being_erased`; the transaction has to be undone
 */
export function refuseErased(events: readonly NewEvent[], beingErased: ReadonlySet<unknown>): void {
  const refused = events.some(
    ({ type, idempotencyKey }) => REFUSED[type] && beingErased.has(idempotencyKey),
  );
  if (refused) throw erasureError();
}

/**
 * The same for rows of an owner that no event is about.
 * @throws AppError `owner_being_erased`; the transaction has to be undone
 */
export function refuseOwnerErased(stored: readonly { readonly beingErased: boolean }[]): void {
  if (stored.some((row) => row.beingErased)) throw erasureError();
}

function erasureError(): AppError {
  return new AppError('owner_being_erased', 'Everything of this owner is being erased.');
}
