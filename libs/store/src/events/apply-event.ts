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

async function applyEvent(tx: Transaction, event: NewEvent, at: Date): Promise<void> {
  switch (event.type) {
    case 'conversation_created':
      return applyConversationCreated(tx, event, at);
    case 'clip_probed':
      return applyClipProbed(tx, event, at);
    case 'clip_transcribed':
      return applyClipTranscribed(tx, event, at);
    case 'segments_corrected':
    case 'segment_edited':
    case 'conversation_imported':
      return applyTextChanged(tx, event, at);
    case 'summary_written':
      return applySummaryWritten(tx, event);
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
    case 'conversation_changed':
    case 'conversation_deleted':
    case 'conversation_restored':
    case 'conversation_purged':
    case 'project_created':
    case 'project_changed':
    case 'project_deleted':
    case 'document_added':
    case 'document_read':
    case 'document_removed':
    case 'fact_decided':
    case 'report_written':
    case 'report_removed':
    case 'memory_written':
    case 'memory_edited':
    case 'memory_significance_set':
    case 'installation_restored':
    case 'projection_repaired':
    // Applied together, above.
    case 'clip_received':
    case 'exchange_added':
    case 'task_created':
      return;
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
