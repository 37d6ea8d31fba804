import type { LoggedEvent } from './logged-event.ts';
import {
  clipProbed,
  clipReceived,
  conversationBinned,
  conversationCreated,
  exchangeAdded,
  summaryWritten,
  textChanged,
} from './replay-conversations.ts';
import { memoryScored, memoryWritten, pinChanged } from './replay-memories.ts';
import { applyToProject, isOfProject } from './replay-projects.ts';
import {
  taskCreated,
  taskEnded,
  taskRetried,
  taskRunChanged,
  taskStarted,
} from './replay-tasks.ts';
import type { Replayed, ReplayedTable } from './replayed.ts';

/**
 * Applies an event to a state, in constant time. Rows of what was purged stay until
 * {@link dropPurged}. It is an independent implementation of what the
 * store does when it appends the event, so that each proves the other.
 * @param state is changed
 * @param event the next one, in the order of the event numbers
 */
export function replay(state: Replayed, event: LoggedEvent): void {
  state.eventNumber = event.sequence;
  apply(state, event);
  if (event.type === 'conversation_purged') state.purged.add(event.conversationId ?? '');
}

/** Drops the rows of all conversations that were purged, in one pass over the state. */
export function dropPurged({ rows, purged }: Replayed): void {
  if (purged.size === 0) return;
  for (const id of purged) rows.conversations.delete(id);
  for (const table of OF_CONVERSATIONS) {
    for (const [id, { conversationId }] of rows[table]) {
      if (conversationId !== null && purged.has(conversationId)) rows[table].delete(id);
    }
  }
  purged.clear();
}

/** Tables whose rows belong to conversations. */
const OF_CONVERSATIONS = [
  'exchanges',
  'turns',
  'clips',
  'tasks',
  'memories',
  'summaries',
] as const satisfies readonly ReplayedTable[];

function apply({ rows }: Replayed, event: LoggedEvent): void {
  if (isOfProject(event)) return applyToProject(rows, event);
  switch (event.type) {
    case 'conversation_created':
    case 'conversation_changed':
      return conversationCreated(rows, event);
    case 'conversation_deleted':
    case 'conversation_restored':
    case 'conversation_purged':
      return conversationBinned(rows, event);
    case 'exchange_added':
      return exchangeAdded(rows, event);
    case 'clip_received':
      return clipReceived(rows, event);
    case 'clip_probed':
      return clipProbed(rows, event);
    case 'clip_transcribed':
    case 'segments_corrected':
    case 'segment_edited':
    case 'conversation_imported':
      return textChanged(rows, event);
    case 'summary_written':
      return summaryWritten(rows, event);
    case 'task_created':
      return taskCreated(rows, event);
    case 'task_started':
    case 'task_reopened':
      return taskStarted(rows, event);
    case 'task_run_changed':
      return taskRunChanged(rows, event);
    case 'task_retried':
      return taskRetried(rows, event);
    case 'task_completed':
    case 'task_failed':
    case 'task_cancelled':
    case 'task_cancel_requested':
      return taskEnded(rows, event);
    case 'memory_written':
      return memoryWritten(rows, event);
    case 'memory_significance_set':
      return memoryScored(rows, event);
    case 'memory_pin_changed':
      return pinChanged(rows, event);
    case 'memory_edited':
    case 'fact_decided':
    case 'projection_repaired':
    case 'installation_restored':
      return;
  }
}
