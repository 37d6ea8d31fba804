import type { Transaction } from '../database/database.ts';
import type { NewEvent } from './domain-events.ts';
import {
  applyClipProbed,
  applyClipsReceived,
  applyClipTranscribed,
  applyConversationCreated,
  applyExchangesAdded,
  applySummaryWritten,
  applyTextChanged,
} from './conversation.projection.ts';
import { applyPinChanged } from './memory.projection.ts';
import { applySpeakersChanged, applySpeakersTold } from './speakers.projection.ts';
import { applyPartMoved, applySummaryRemoved } from './part.projection.ts';
import {
  applyTaskCancelRequested,
  applyTasksCreated,
  applyTaskEnded,
  applyTaskReopened,
  applyTaskRetried,
  applyTaskRunChanged,
  applyTaskStarted,
} from './task.projection.ts';

/**
 * Applies events that have just been stored to the projections, in order. Consecutive events of a
 * type that comes in bursts are applied together.
 *
 * No event contains text. Code that appends `exchange_added`, `segments_corrected`,
 * `summary_written`, `memory_written` or a similar event writes the row with the text in the same
 * transaction. This function updates only the counters and states that follow.
 */
export async function applyEvents(
  tx: Transaction,
  events: readonly NewEvent[],
  at: Date,
): Promise<void> {
  for (const run of runsOfOneType(events)) await applyRun(tx, run, at);
}

function runsOfOneType(events: readonly NewEvent[]): readonly (readonly NewEvent[])[] {
  const runs: NewEvent[][] = [];
  for (const event of events) {
    const run = runs.at(-1);
    if (run?.[0]?.type === event.type) run.push(event);
    else runs.push([event]);
  }
  return runs;
}

async function applyRun(tx: Transaction, run: readonly NewEvent[], at: Date): Promise<void> {
  const clips = run.filter((event) => event.type === 'clip_received');
  const exchanges = run.filter((event) => event.type === 'exchange_added');
  const tasks = run.filter((event) => event.type === 'task_created');
  if (clips.length > 0) await applyClipsReceived(tx, clips, at);
  else if (exchanges.length > 0) await applyExchangesAdded(tx, exchanges, at);
  else if (tasks.length > 0) await applyTasksCreated(tx, tasks, at);
  else for (const event of run) await applyEvent(tx, event, at);
}

/** Events whose writers store all that follows from them, or that are applied together. */
const NOT_APPLIED = {
  conversation_changed: true,
  conversation_deleted: true,
  conversation_restored: true,
  conversation_purged: true,
  clip_audio_removed: true,
  action_item_marked: true,
  summary_edited: true,
  exchange_purged: true,
  clip_purged: true,
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
  report_written: true,
  report_removed: true,
  memory_written: true,
  memory_edited: true,
  memory_kept: true,
  memory_deleted: true,
  memory_restored: true,
  memory_purged: true,
  memory_significance_set: true,
  installation_restored: true,
  projection_repaired: true,
  owner_erased: true,
  owner_glossary_changed: true,
  clip_received: true,
  exchange_added: true,
  task_created: true,
} as const satisfies Partial<Record<NewEvent['type'], true>>;

type AppliedEvent = Exclude<NewEvent, { readonly type: keyof typeof NOT_APPLIED }>;

function isOfProjection(event: NewEvent): event is AppliedEvent {
  return !Object.hasOwn(NOT_APPLIED, event.type);
}

async function applyEvent(tx: Transaction, event: NewEvent, at: Date): Promise<void> {
  if (!isOfProjection(event)) return;
  switch (event.type) {
    case 'conversation_created':
      return applyConversationCreated(tx, event, at);
    case 'clip_probed':
      return applyClipProbed(tx, event, at);
    case 'clip_transcribed':
      return applyClipTranscribed(tx, event, at);
    case 'speakers_told':
      return applySpeakersTold(tx, event, at);
    case 'speakers_changed':
      return applySpeakersChanged(tx, event, at);
    case 'segments_corrected':
    case 'segment_edited':
    case 'transcript_removed':
    case 'conversation_imported':
      return applyTextChanged(tx, event, at);
    case 'exchange_deleted':
    case 'exchange_restored':
    case 'clip_deleted':
    case 'clip_restored':
      return applyPartMoved(tx, event, at);
    case 'summary_written':
      return applySummaryWritten(tx, event);
    case 'summary_removed':
      return applySummaryRemoved(tx, event);
    case 'task_started':
    case 'task_reopened':
    case 'task_run_changed':
    case 'task_cancel_requested':
    case 'task_retried':
    case 'task_completed':
    case 'task_failed':
    case 'task_cancelled':
      return applyToTask(tx, event, at);
    case 'memory_pin_changed':
      return applyPinChanged(tx, event);
  }
}

/** The events of a task after its creation. */
type TaskChanged = Exclude<
  Extract<NewEvent, { readonly type: `task_${string}` }>,
  { readonly type: 'task_created' }
>;

async function applyToTask(tx: Transaction, event: TaskChanged, at: Date): Promise<void> {
  switch (event.type) {
    case 'task_started':
      return applyTaskStarted(tx, event, at);
    case 'task_reopened':
      return applyTaskReopened(tx, event);
    case 'task_run_changed':
      return applyTaskRunChanged(tx, event);
    case 'task_cancel_requested':
      return applyTaskCancelRequested(tx, event);
    case 'task_retried':
      return applyTaskRetried(tx, event);
    case 'task_completed':
    case 'task_failed':
    case 'task_cancelled':
      return applyTaskEnded(tx, event, at);
  }
}
