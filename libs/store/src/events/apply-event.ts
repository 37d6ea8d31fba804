import type { Transaction } from '../database/database.ts';
import type { NewEvent } from './domain-events.ts';
import {
  applyClipProbed,
  applyClipReceived,
  applyClipTranscribed,
  applyConversationCreated,
} from './conversation.projection.ts';
import {
  applyTaskCancelRequested,
  applyTaskCreated,
  applyTaskEnded,
  applyTaskRetried,
  applyTaskStarted,
} from './task.projection.ts';

/** Brings the projections up to date with one event that has just been stored. */
export async function applyEvent(tx: Transaction, event: NewEvent, at: Date): Promise<void> {
  switch (event.type) {
    case 'conversation_created':
      return applyConversationCreated(tx, event, at);
    case 'clip_received':
      return applyClipReceived(tx, event, at);
    case 'clip_probed':
      return applyClipProbed(tx, event);
    case 'clip_transcribed':
      return applyClipTranscribed(tx, event, at);
    case 'task_created':
      return applyTaskCreated(tx, event, at);
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
