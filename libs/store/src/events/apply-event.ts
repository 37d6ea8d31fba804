import type { Transaction } from '../database/database.ts';
import type { NewEvent } from './domain-events.ts';
import {
  applyClipProbed,
  applyClipsReceived,
  applyClipTranscribed,
  applyConversationCreated,
} from './conversation.projection.ts';
import {
  applyTaskCancelRequested,
  applyTasksCreated,
  applyTaskEnded,
  applyTaskRetried,
  applyTaskStarted,
} from './task.projection.ts';

/**
 * Brings the projections up to date with events that have just been stored, in their order. Runs of
 * events that come in bursts are applied as one.
 */
export async function applyEvents(
  tx: Transaction,
  events: readonly NewEvent[],
  at: Date,
): Promise<void> {
  for (const run of runsOfOneType(events)) {
    const clips = run.filter((event) => event.type === 'clip_received');
    const tasks = run.filter((event) => event.type === 'task_created');
    if (clips.length > 0) await applyClipsReceived(tx, clips, at);
    else if (tasks.length > 0) await applyTasksCreated(tx, tasks, at);
    else for (const event of run) await applyEvent(tx, event, at);
  }
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

async function applyEvent(tx: Transaction, event: NewEvent, at: Date): Promise<void> {
  switch (event.type) {
    case 'conversation_created':
      return applyConversationCreated(tx, event, at);
    case 'clip_received':
      return applyClipsReceived(tx, [event], at);
    case 'clip_probed':
      return applyClipProbed(tx, event);
    case 'clip_transcribed':
      return applyClipTranscribed(tx, event, at);
    case 'task_created':
      return applyTasksCreated(tx, [event], at);
    case 'task_started':
      return applyTaskStarted(tx, event, at);
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
