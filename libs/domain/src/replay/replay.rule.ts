import { dropOwner } from './drop-owner.ts';
import type { LoggedEvent, LoggedEventOf } from './logged-event.ts';
import { applyToBin, isOfBin, type BinEvent } from './replay-bin.ts';
import {
  clipProbed,
  clipReceived,
  conversationCreated,
  exchangeAdded,
  speakersTold,
  summaryRemoved,
  summaryWritten,
  textChanged,
} from './replay-conversations.ts';
import { memoryKept, memoryScored, memoryWritten, pinChanged } from './replay-memories.ts';
import { applyToProject, isOfProject } from './replay-projects.ts';
import {
  taskCreated,
  taskEnded,
  taskRetried,
  taskRunChanged,
  taskStarted,
} from './replay-tasks.ts';
import type { Replayed, ReplayedRows } from './replayed.ts';

/**
 * Applies an event to a state, in constant time unless an owner is erased. Rows of what was purged stay until
 * `dropPurged`. It is an independent implementation of what the
 * store does when it appends the event, so that each proves the other.
 * @param state is changed
 * @param event the next one, in the order of the event numbers
 */
export function replay(state: Replayed, event: LoggedEvent): void {
  state.eventNumber = event.sequence;
  if (isOfBin(event)) applyToBin(state, event);
  else if (event.type === 'owner_erased') dropOwner(state, event);
  else apply(state, event);
}

function apply(
  { rows }: Replayed,
  event: Exclude<LoggedEvent, BinEvent | LoggedEventOf<'owner_erased'>>,
): void {
  if (isOfProject(event)) return applyToProject(rows, event);
  if (isOfTask(event)) return applyToTask(rows, event);
  switch (event.type) {
    case 'conversation_created':
    case 'conversation_changed':
      return conversationCreated(rows, event);
    case 'exchange_added':
      return exchangeAdded(rows, event);
    case 'clip_received':
      return clipReceived(rows, event);
    case 'clip_probed':
      return clipProbed(rows, event);
    case 'speakers_told':
    case 'speakers_changed':
      return speakersTold(rows, event);
    case 'clip_transcribed':
    case 'segments_corrected':
    case 'segment_edited':
    case 'transcript_removed':
    case 'conversation_imported':
      return textChanged(rows, event);
    case 'summary_written':
      return summaryWritten(rows, event);
    case 'summary_removed':
      return summaryRemoved(rows, event);
    case 'memory_written':
      return memoryWritten(rows, event);
    case 'memory_kept':
      return memoryKept(rows, event);
    case 'memory_significance_set':
      return memoryScored(rows, event);
    case 'memory_pin_changed':
      return pinChanged(rows, event);
    case 'clip_audio_removed':
    case 'memory_edited':
    case 'fact_decided':
    case 'action_item_marked':
    case 'summary_edited':
    case 'owner_glossary_changed':
    case 'projection_repaired':
    case 'installation_restored':
      return;
  }
}

/** Events of tasks. */
type TaskEvent = Extract<LoggedEvent, { readonly type: `task_${string}` }>;

function isOfTask(event: LoggedEvent): event is TaskEvent {
  return event.type.startsWith('task_');
}

function applyToTask(rows: ReplayedRows, event: TaskEvent): void {
  switch (event.type) {
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
  }
}
